import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { EarningRule, Gives, Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { Choice, NumberField } from './fields.tsx';
import { Faults } from './Item.tsx';
import styles from './Programme.module.css';
import { withAt, withPart } from './shape.ts';

const KINDS = ['per', 'share', 'fixed', 'piece', 'steps', 'by-level'] as const;

interface Part {
  readonly units?: number | undefined;
  readonly share?: number | undefined;
}

/** How much a rule gives: a number, so many for an amount, a share, by steps or by level. */
export function GivesFields(props: {
  readonly rule: EarningRule;
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly onChange: (gives: Gives) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { rule, programme, faults, onChange } = props;
  const { gives } = rule;
  const isMoney = programme.wallets.find(({ key }) => key === rule.wallet)?.unit === 'money';
  const isOrder = rule.on.kind === 'order' || rule.on.kind === 'first-order';
  const levels = programme.levels?.levels ?? [];
  const units = isMoney ? 'money' : 'whole';
  const unsaid =
    gives.kind === 'by-level'
      ? levels.find(({ key }) => gives.levels.every(({ level }) => level !== key))
      : undefined;
  const begun: { readonly [Kind in Gives['kind']]: () => Gives } = {
    fixed: () => ({ kind: 'fixed', units: isMoney ? 500_000 : 10 }),
    per: () => ({ kind: 'per', units: isMoney ? 5_000 : 1, amount: 100_000 }),
    share: () => ({ kind: 'share', share: 500 }),
    piece: () => ({ kind: 'piece', units: isMoney ? 10_000 : 1 }),
    steps: () => ({ kind: 'steps', steps: [{ from: 0, ...(isMoney ? { share: 300 } : { units: 1 }) }] }),
    'by-level': () => ({
      kind: 'by-level',
      levels: levels.map(({ key }, at) => ({
        level: key,
        ...(isMoney && isOrder ? { share: 100 * (at + 1) } : { units: 10 * (at + 1) }),
      })),
    }),
  };
  const kinds = KINDS.filter(
    (kind) =>
      kind === gives.kind ||
      ((isOrder || kind === 'fixed' || kind === 'by-level') &&
        (isMoney || kind !== 'share') &&
        (levels.length > 0 || kind !== 'by-level')),
  );
  /** Units, or a share where the wallet is money. */
  const part = (one: Part, field: string, change: (to: Part) => void) => (
    <>
      {isMoney && isOrder ? (
        <Choice
          label={t('club.field.givesAs')}
          value={one.share === undefined ? 'units' : 'share'}
          options={[
            { value: 'units', label: t('club.gives.amount') },
            { value: 'share', label: t('club.gives.share') },
          ]}
          onChange={(as) => change(as === 'share' ? { share: 300 } : { units: 100_000 })}
        />
      ) : null}
      {one.share === undefined ? (
        <NumberField
          key="units"
          label={t('club.field.units')}
          kind={units}
          least={1}
          value={one.units ?? 1}
          fault={sentenceAt(faults, field)}
          onChange={(value) => change({ units: value })}
        />
      ) : (
        <NumberField
          key="share"
          label={t('club.field.share')}
          kind="percent"
          least={1}
          most={10_000}
          value={one.share}
          fault={sentenceAt(faults, `${field}.share`) ?? sentenceAt(faults, field)}
          onChange={(value) => change({ share: value })}
        />
      )}
    </>
  );
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('club.part.gives')}</legend>
      <div className={styles.line}>
        <Choice
          label={t('club.field.gives')}
          value={gives.kind}
          options={kinds.map((value) => ({ value, label: t(`club.gives.${value}`) }))}
          onChange={(kind) => onChange(begun[kind]())}
        />
        {gives.kind === 'fixed' || gives.kind === 'piece' || gives.kind === 'per' ? (
          <NumberField
            key={`${gives.kind} ${units}`}
            label={t('club.field.units')}
            kind={units}
            least={1}
            value={gives.units}
            fault={sentenceAt(faults, 'units')}
            onChange={(value) => onChange({ ...gives, units: value })}
          />
        ) : null}
        {gives.kind === 'per' ? (
          <>
            <NumberField
              label={t('club.field.perAmount')}
              kind="money"
              least={1}
              value={gives.amount}
              fault={sentenceAt(faults, 'amount')}
              onChange={(amount) => onChange({ ...gives, amount })}
            />
            <FormControlLabel
              control={
                <Checkbox
                  checked={gives.whole === true}
                  onChange={(event) =>
                    onChange(withPart(gives, 'whole', event.target.checked ? true : undefined))
                  }
                />
              }
              label={t('club.field.whole', { amount: speech.money(gives.amount) })}
            />
          </>
        ) : null}
        {gives.kind === 'share' ? (
          <NumberField
            label={t('club.field.share')}
            kind="percent"
            least={1}
            most={10_000}
            value={gives.share}
            fault={sentenceAt(faults, 'share')}
            onChange={(share) => onChange({ ...gives, share })}
          />
        ) : null}
      </div>
      {gives.kind === 'steps'
        ? gives.steps.map((step, at) => (
            <div key={at} className={styles.line}>
              <NumberField
                label={t('club.field.from')}
                kind="money"
                least={0}
                value={step.from}
                fault={sentenceAt(faults, `steps[${at}].from`)}
                onChange={(from) => onChange({ ...gives, steps: withAt(gives.steps, at, { ...step, from }) })}
              />
              {part(step, `steps[${at}]`, (to) =>
                onChange({ ...gives, steps: withAt(gives.steps, at, { from: step.from, ...to }) }),
              )}
              {gives.steps.length === 1 ? null : (
                <Button
                  size="small"
                  color="inherit"
                  onClick={() => onChange({ ...gives, steps: withAt(gives.steps, at, null) })}
                >
                  {t('club.remove')}
                </Button>
              )}
            </div>
          ))
        : null}
      {gives.kind === 'steps' ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              const last = gives.steps.at(-1) ?? { from: 0, units: 1 };
              onChange({ ...gives, steps: [...gives.steps, { ...last, from: last.from + 5_000_000 }] });
            }}
          >
            {t('club.addStep')}
          </Button>
        </div>
      ) : null}
      {gives.kind === 'by-level'
        ? gives.levels.map((one, at) => (
            <div key={at} className={styles.line}>
              <Choice
                label={t('club.field.level')}
                value={one.level}
                options={levels.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
                fault={sentenceAt(faults, `levels[${at}].level`)}
                onChange={(level) =>
                  onChange({ ...gives, levels: withAt(gives.levels, at, { ...one, level }) })
                }
              />
              {part(one, `levels[${at}]`, (to) =>
                onChange({ ...gives, levels: withAt(gives.levels, at, { level: one.level, ...to }) }),
              )}
              {gives.levels.length === 1 ? null : (
                <Button
                  size="small"
                  color="inherit"
                  onClick={() => onChange({ ...gives, levels: withAt(gives.levels, at, null) })}
                >
                  {t('club.remove')}
                </Button>
              )}
            </div>
          ))
        : null}
      {gives.kind === 'by-level' && unsaid !== undefined ? (
        <div>
          <Button
            size="small"
            onClick={() =>
              onChange({
                ...gives,
                levels: [
                  ...gives.levels,
                  { level: unsaid.key, ...(isMoney && isOrder ? { share: 300 } : { units: 10 }) },
                ],
              })
            }
          >
            {t('club.addForLevel')}
          </Button>
        </div>
      ) : null}
      <Faults faults={under(faults, '').filter(({ field }) => field === '')} />
    </fieldset>
  );
}
