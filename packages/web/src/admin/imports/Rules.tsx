import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping, ImportProposal } from '../../api/imports-queries.ts';
import { useSetting } from '../setting.ts';
import { Choice } from './Choice.tsx';
import styles from './Imports.module.css';

/** What holds for the whole file: what a row is, how dates and amounts are written, what a return looks like. */
export function Rules(props: {
  readonly mapping: ImportMapping;
  readonly proposal: ImportProposal;
  readonly onChange: (part: Partial<ImportMapping>) => void;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const { mapping, proposal, onChange, disabled } = props;
  const isMoney = mapping.kind !== 'people';
  const isRial = mapping.currency === 'IRR';
  const asks = (code: string) => proposal.questions.some((question) => question.code === code);
  const own = session?.business;
  const isOwn = own?.currency === mapping.currency;
  const [prefixes, setPrefixes] = useState(mapping.returnPrefixes.join(t('listSeparator')));

  return (
    <section className={styles.card} aria-labelledby="import-rules">
      <h2 id="import-rules">{t('imports.rules')}</h2>
      <div className={styles.rules}>
        <Choice
          label={t('imports.kind')}
          value={mapping.kind}
          disabled={disabled}
          options={(['orders', 'lines', 'people'] as const).map((kind) => [kind, t(`imports.kinds.${kind}`)])}
          onChange={(kind) => onChange({ kind })}
        />
        {isMoney && own !== undefined && (!isOwn || proposal.import.mapping.currency !== own.currency) ? (
          <Choice
            label={t('imports.currency')}
            value={mapping.currency}
            disabled={disabled}
            options={[proposal.import.mapping.currency, own.currency]
              .filter((code, at, all) => all.indexOf(code) === at)
              .map((code) => [code, code])}
            onChange={(currency) =>
              onChange({ currency, unit: currency === own.currency ? own.unit : 'major' })
            }
          />
        ) : null}
        {isMoney && isRial && isOwn ? (
          <Choice
            label={t('imports.unit')}
            value={mapping.unit}
            disabled={disabled}
            options={(['toman', 'rial'] as const).map((unit) => [unit, t(`imports.units.${unit}`)])}
            onChange={(unit) => onChange({ unit })}
          />
        ) : null}
        {isMoney ? (
          <Choice
            label={t('imports.times')}
            value={String(mapping.times)}
            disabled={disabled}
            options={(['1', '1000', '1000000'] as const).map((times) => [
              times,
              t(`imports.timesOf.${times}`),
            ])}
            onChange={(times) => onChange({ times: Number(times) as ImportMapping['times'] })}
          />
        ) : null}
        {mapping.dateOrder !== null || asks('date_order_ambiguous') ? (
          <Choice
            label={t('imports.dateOrder')}
            value={mapping.dateOrder ?? 'none'}
            disabled={disabled}
            options={(['none', 'day_first', 'month_first'] as const).map((order) => [
              order,
              t(`imports.dateOrders.${order}`),
            ])}
            onChange={(order) => onChange({ dateOrder: order === 'none' ? null : order })}
          />
        ) : null}
        {isMoney && (mapping.grouping !== null || asks('amount_dot_ambiguous')) ? (
          <Choice
            label={t('imports.grouping')}
            value={mapping.grouping ?? 'none'}
            disabled={disabled}
            options={(['none', 'thousands', 'decimal'] as const).map((one) => [
              one,
              t(`imports.groupings.${one}`),
            ])}
            onChange={(one) => onChange({ grouping: one === 'none' ? null : one })}
          />
        ) : null}
        {mapping.kind === 'lines' ? (
          <Choice
            label={t('imports.amountOf')}
            value={mapping.amountOf}
            disabled={disabled}
            options={(['line', 'order'] as const).map((one) => [one, t(`imports.amountOfs.${one}`)])}
            onChange={(amountOf) => onChange({ amountOf })}
          />
        ) : null}
        {isMoney ? (
          <TextField
            label={t('imports.prefixes')}
            helperText={t('imports.prefixesHelp')}
            variant="standard"
            size="small"
            value={prefixes}
            disabled={disabled}
            onChange={({ target }) => setPrefixes(target.value)}
            onBlur={() => {
              const returnPrefixes = prefixes
                .split(/[,،\s]+/)
                .filter((prefix) => prefix !== '')
                .slice(0, 20)
                .map((prefix) => prefix.slice(0, 10));
              if (returnPrefixes.join() !== mapping.returnPrefixes.join()) onChange({ returnPrefixes });
            }}
            slotProps={{ htmlInput: { dir: 'auto' }, inputLabel: { shrink: true } }}
          />
        ) : null}
      </div>
    </section>
  );
}
