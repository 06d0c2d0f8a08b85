import type { Where } from '@nardeban/core/programme';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { Choice, Choices, MaybeDay, MaybeNumber, NamesField } from './fields.tsx';
import styles from './Programme.module.css';
import { type Choosing, some, withAt, withPart } from './shape.ts';

const PARTS = ['channels', 'branches', 'methods', 'products', 'groups'] as const;
const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;
const HALF_HOURS = Array.from({ length: 49 }, (_, at) => at * 30);

/** Where and when an order earns, and which of its lines. */
export function WhereFields(props: {
  readonly where: Where | undefined;
  readonly ofOrders: boolean;
  readonly faults: readonly Fault[];
  readonly onChange: (where: Where | undefined) => void;
}) {
  const { t } = useTranslation();
  const where: Where = props.where ?? {};
  const change = <Part extends keyof Where>(part: Part, value: Where[Part] | undefined) => {
    const changed = withPart(where, part, value);
    props.onChange(Object.keys(changed).length === 0 ? undefined : changed);
  };
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const hours = where.hours ?? [];
  return (
    <>
      {props.ofOrders
        ? PARTS.map((part) => (
            <ChoosingFields
              key={part}
              label={t(`club.where.${part}`)}
              choosing={where[part]}
              faults={under(props.faults, part)}
              onChange={(choosing) => change(part, choosing)}
            />
          ))
        : null}
      {props.ofOrders ? (
        <div className={styles.line}>
          <MaybeNumber
            label={t('club.field.leastAmount')}
            kind="money"
            least={0}
            value={where.leastAmount}
            onChange={(amount) => change('leastAmount', amount)}
          />
          <Choices
            label={t('club.field.weekdays')}
            values={(where.weekdays ?? []).map((day) => String(day) as (typeof WEEKDAYS)[number])}
            options={WEEKDAYS.map((value) => ({ value, label: t(`club.weekday.${value}`) }))}
            help={t('club.field.weekdaysHelp')}
            onChange={(days) => change('weekdays', some(days.map(Number).sort((one, other) => one - other)))}
          />
        </div>
      ) : null}
      {props.ofOrders
        ? hours.map((stretch, at) => (
            <div key={at} className={styles.line}>
              {(['from', 'to'] as const).map((end) => (
                <Choice
                  key={end}
                  label={t(end === 'from' ? 'club.field.fromHour' : 'club.field.toHour')}
                  value={String(stretch[end])}
                  options={hoursWith(stretch[end], end).map((one) => ({
                    value: String(one),
                    label: clock(one),
                  }))}
                  fault={end === 'to' ? sentenceAt(props.faults, `hours[${at}]`) : undefined}
                  onChange={(value) =>
                    change('hours', some(withAt(hours, at, { ...stretch, [end]: Number(value) })))
                  }
                />
              ))}
              <Button
                size="small"
                color="inherit"
                onClick={() => change('hours', some(withAt(hours, at, null)))}
              >
                {t('club.remove')}
              </Button>
            </div>
          ))
        : null}
      {props.ofOrders && hours.length < 10 ? (
        <div>
          <Button size="small" onClick={() => change('hours', [...hours, { from: 480, to: 720 }])}>
            {t('club.addHours')}
          </Button>
        </div>
      ) : null}
      <div className={styles.line}>
        <MaybeDay
          label={t('club.field.fromDay')}
          day={where.dates?.from}
          fault={sentenceAt(props.faults, 'dates.from')}
          onChange={(day) => change('dates', datesOf(withPart(where.dates ?? {}, 'from', day)))}
        />
        <MaybeDay
          label={t('club.field.toDay')}
          day={where.dates?.to}
          fault={sentenceAt(props.faults, 'dates.to')}
          onChange={(day) => change('dates', datesOf(withPart(where.dates ?? {}, 'to', day)))}
        />
      </div>
    </>
  );
}

/** Every half hour, and the one that is said where it is another. */
function hoursWith(said: number, end: 'from' | 'to'): readonly number[] {
  const all = HALF_HOURS.filter((one) => (end === 'from' ? one < 1440 : one > 0));
  return all.includes(said) ? all : [...all, said].sort((one, other) => one - other);
}

function datesOf(dates: NonNullable<Where['dates']>): Where['dates'] | undefined {
  return dates.from === undefined && dates.to === undefined ? undefined : dates;
}

/** Only these, or all but those, by the names that stand on orders. */
function ChoosingFields(props: {
  readonly label: string;
  readonly choosing: Choosing | undefined;
  readonly faults: readonly Fault[];
  readonly onChange: (choosing: Choosing | undefined) => void;
}) {
  const { t } = useTranslation();
  const { choosing } = props;
  const change = (part: 'only' | 'except', names: string[]) => {
    const changed = withPart(choosing ?? {}, part, some(names));
    props.onChange(changed.only === undefined && changed.except === undefined ? undefined : changed);
  };
  return (
    <div className={styles.line}>
      {(['only', 'except'] as const).map((part) => (
        <NamesField
          key={part}
          label={t(part === 'only' ? 'club.field.only' : 'club.field.except', { what: props.label })}
          names={choosing?.[part] ?? []}
          fault={sentenceAt(props.faults, part)}
          onChange={(names) => change(part, names)}
        />
      ))}
    </div>
  );
}
