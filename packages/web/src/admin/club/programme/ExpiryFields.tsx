import type { Expiry } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { type Fault, sentenceAt } from '../../criteria/faults.ts';
import { Choice, MaybeNumber, NumberField } from './fields.tsx';
import { withPart } from './shape.ts';

const KINDS = ['never', 'after', 'period', 'fixed', 'rolling'] as const;
const UNITS = ['month', 'quarter', 'year'] as const;

const first: { readonly [Kind in Expiry['kind']]: Extract<Expiry, { kind: Kind }> } = {
  never: { kind: 'never' },
  after: { kind: 'after', unit: 'month', count: 12 },
  period: { kind: 'period', unit: 'year', after: 1 },
  fixed: { kind: 'fixed', day: '12-29' },
  rolling: { kind: 'rolling', days: 365 },
};

/** Until when what was earned can be spent. `ofWallet`: it may also be left to the wallet. */
export function ExpiryFields(props: {
  readonly expiry: Expiry | undefined;
  readonly ofWallet?: boolean;
  readonly faults: readonly Fault[];
  readonly onChange: (expiry: Expiry | undefined) => void;
}) {
  const { t } = useTranslation();
  const { expiry, onChange } = props;
  return (
    <>
      <Choice
        label={t('club.field.expiry')}
        value={expiry?.kind ?? 'wallet'}
        options={[
          ...(props.ofWallet === true ? [{ value: 'wallet' as const, label: t('club.expiry.wallet') }] : []),
          ...KINDS.map((value) => ({ value, label: t(`club.expiry.${value}`) })),
        ]}
        onChange={(kind) => onChange(kind === 'wallet' ? undefined : first[kind])}
        fault={sentenceAt(props.faults, '')}
      />
      {expiry?.kind === 'after' ? (
        <>
          <NumberField
            label={t('club.field.count')}
            kind="whole"
            least={1}
            most={3650}
            value={expiry.count}
            onChange={(count) => onChange({ ...expiry, count })}
          />
          <Choice
            label={t('club.field.unit')}
            value={expiry.unit}
            options={(['day', 'month'] as const).map((value) => ({
              value,
              label: t(`club.period.${value}`),
            }))}
            onChange={(unit) => onChange({ ...expiry, unit })}
          />
        </>
      ) : null}
      {expiry?.kind === 'period' ? (
        <>
          <Choice
            label={t('club.field.unit')}
            value={expiry.unit}
            options={UNITS.map((value) => ({ value, label: t(`club.period.${value}`) }))}
            onChange={(unit) => onChange({ ...expiry, unit })}
          />
          <NumberField
            label={t('club.field.periodAfter')}
            kind="whole"
            least={0}
            most={40}
            value={expiry.after}
            onChange={(after) => onChange({ ...expiry, after })}
          />
        </>
      ) : null}
      {expiry?.kind === 'fixed' ? (
        <>
          {(['month', 'day'] as const).map((part, at) => (
            <NumberField
              key={part}
              label={t(part === 'month' ? 'club.field.month' : 'club.field.dayOfMonth')}
              kind="whole"
              least={1}
              most={part === 'month' ? 12 : 31}
              value={Number(expiry.day.split('-')[at])}
              fault={part === 'day' ? sentenceAt(props.faults, 'day') : undefined}
              onChange={(value) => {
                const parts = expiry.day.split('-');
                parts[at] = String(value).padStart(2, '0');
                onChange({ ...expiry, day: parts.join('-') });
              }}
            />
          ))}
          <MaybeNumber
            label={t('club.field.leastDays')}
            kind="whole"
            least={0}
            most={730}
            value={expiry.least}
            onChange={(least) => onChange(withPart(expiry, 'least', least))}
          />
        </>
      ) : null}
      {expiry?.kind === 'rolling' ? (
        <NumberField
          label={t('club.field.rollingDays')}
          kind="whole"
          least={1}
          most={3650}
          value={expiry.days}
          fault={sentenceAt(props.faults, 'days')}
          onChange={(days) => onChange({ ...expiry, days })}
        />
      ) : null}
    </>
  );
}
