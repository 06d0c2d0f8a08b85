import Button from '@mui/material/Button';
import type { Budget } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { Choice, MaybeNumber, NumberField } from './fields.tsx';
import { Faults } from './Item.tsx';
import styles from './Programme.module.css';
import { type Cap, some, withAt, withPart } from './shape.ts';

const CAP_PERIODS = ['order', 'day', 'month', 'year', 'ever'] as const;
const BUDGET_PERIODS = ['day', 'month', 'year', 'ever'] as const;
const FIRST_ALARM = 80;
const MOST_ALARMS = 10;

/** The most that may be given: to one person or to all, over a stretch of time. `isMoney`: units are money. */
export function CapsFields(props: {
  readonly caps: readonly Cap[];
  readonly isMoney: boolean;
  readonly faults: readonly Fault[];
  readonly onChange: (caps: Cap[] | undefined) => void;
}) {
  const { t } = useTranslation();
  const { caps } = props;
  const change = (at: number, cap: Cap | null) => props.onChange(some(withAt(caps, at, cap)));
  return (
    <>
      {caps.map((cap, at) => (
        <div key={at} className={styles.line}>
          <Choice
            label={t('club.field.capOf')}
            value={cap.of}
            options={(['person', 'all'] as const).map((value) => ({
              value,
              label: t(`club.capOf.${value}`),
            }))}
            onChange={(of) => change(at, { ...cap, of })}
          />
          <Choice
            label={t('club.field.per')}
            value={cap.per}
            options={CAP_PERIODS.map((value) => ({ value, label: t(`club.per.${value}`) }))}
            onChange={(per) => change(at, { ...cap, per })}
            fault={sentenceAt(props.faults, `[${at}]`)}
          />
          <Choice
            label={t('club.field.counted')}
            value={cap.counted}
            options={(['units', 'times'] as const).map((value) => ({
              value,
              label: t(`club.counted.${value === 'units' && props.isMoney ? 'money' : value}`),
            }))}
            onChange={(counted) => change(at, { ...cap, counted })}
            fault={sentenceAt(props.faults, `[${at}].counted`)}
          />
          <NumberField
            key={cap.counted}
            label={t('club.field.most')}
            kind={cap.counted === 'units' && props.isMoney ? 'money' : 'whole'}
            least={1}
            value={cap.most}
            onChange={(most) => change(at, { ...cap, most })}
          />
          <Button size="small" color="inherit" onClick={() => change(at, null)}>
            {t('club.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            props.onChange([
              ...caps,
              { of: 'person', per: 'year', most: props.isMoney ? 10_000_000 : 100, counted: 'units' },
            ])
          }
        >
          {t('club.addCap')}
        </Button>
      </div>
    </>
  );
}

/** What may be given in money or units, and at which share of it somebody is to be told. */
export function BudgetFields(props: {
  readonly budget: Budget | undefined;
  readonly faults: readonly Fault[];
  readonly onChange: (budget: Budget | undefined) => void;
}) {
  const { t } = useTranslation();
  const { budget, onChange } = props;
  if (budget === undefined)
    return (
      <div>
        <Button
          size="small"
          variant="outlined"
          onClick={() => onChange({ per: 'month', money: 50_000_000, alarms: [FIRST_ALARM] })}
        >
          {t('club.addBudget')}
        </Button>
      </div>
    );
  const alarms = budget.alarms ?? [];
  const setAlarms = (list: readonly number[]) => onChange(withPart(budget, 'alarms', some(list)));
  const setAlarm = (at: number, share: number | undefined) =>
    setAlarms(withAt(alarms, at, share === undefined ? null : Math.round(share / 100)));
  return (
    <>
      <div className={styles.line}>
        <Choice
          label={t('club.field.per')}
          value={budget.per}
          options={BUDGET_PERIODS.map((value) => ({ value, label: t(`club.per.${value}`) }))}
          onChange={(per) => onChange({ ...budget, per })}
        />
        <MaybeNumber
          label={t('club.field.budgetMoney')}
          kind="money"
          least={1}
          value={budget.money}
          onChange={(money) => onChange(withPart(budget, 'money', money))}
        />
        <MaybeNumber
          label={t('club.field.budgetUnits')}
          kind="whole"
          least={1}
          value={budget.units}
          onChange={(units) => onChange(withPart(budget, 'units', units))}
          fault={sentenceAt(props.faults, 'units')}
        />
        {alarms.map((alarm, at) => (
          <MaybeNumber
            key={at}
            label={t('club.field.alarm')}
            kind="percent"
            least={100}
            most={10_000}
            value={alarm * 100}
            help={t('club.field.alarmHelp')}
            onChange={(share) => setAlarm(at, share)}
          />
        ))}
        {alarms.length >= MOST_ALARMS ? null : (
          <Button size="small" onClick={() => setAlarms([...alarms, nextAlarm(alarms)])}>
            {t('club.addAlarm')}
          </Button>
        )}
        <Button size="small" color="inherit" onClick={() => onChange(undefined)}>
          {t('club.remove')}
        </Button>
      </div>
      <Faults faults={under(props.faults, '').filter(({ field }) => field === '')} />
    </>
  );
}

/** Half of what is left after the last one. */
function nextAlarm(alarms: readonly number[]): number {
  const last = alarms.at(-1);
  return last === undefined ? FIRST_ALARM : Math.min(100, Math.ceil((last + 100) / 2));
}
