import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import type { ImportProposal } from '../../api/imports-queries.ts';

const CODES = [
  'amount_unit_unstated',
  'amount_dot_ambiguous',
  'date_order_ambiguous',
  'order_total_or_line_amount',
  'return_prefix_common',
  'currency_unstated',
  'people_column_missing',
] as const;

const UNITS: ReadonlySet<string> = new Set(['toman', 'rial', 'major']);

/** What the file leaves open, and that an earlier mapping was taken. */
export function Questions(props: {
  readonly questions: ImportProposal['questions'];
  readonly saved: boolean;
}) {
  const { t } = useTranslation();
  const asked = props.saved ? [] : props.questions;
  return (
    <>
      {props.saved ? <Alert severity="success">{t('imports.savedUsed')}</Alert> : null}
      {asked.map(({ code, column = '', assumed = '' }) => {
        const known = CODES.find((one) => one === code);
        if (known === undefined) return null;
        const shown = UNITS.has(assumed)
          ? t(`imports.units.${assumed as 'toman' | 'rial' | 'major'}`)
          : assumed;
        return (
          <Alert key={`${code} ${column} ${assumed}`} severity="info">
            {t(`imports.question.${known}`, { column, assumed: shown })}
          </Alert>
        );
      })}
    </>
  );
}
