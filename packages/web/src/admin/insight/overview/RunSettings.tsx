import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { readNumber } from '@nardeban/core/values';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { insightQuery, type InsightSettings } from '../../../api/insight-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';

const HORIZON = { from: 7, to: 365 } as const;
/** Percent a year. */
const DISCOUNT = { from: 0, to: 200 } as const;

/** What a person typed, in any digits, if it is a number within the bounds. */
function within(text: string, { from, to }: { readonly from: number; readonly to: number }): number | null {
  const read = readNumber(text);
  return read.ok && read.value >= from && read.value <= to ? read.value : null;
}

/** How far ahead the chances look, and how much less later money is worth. */
export function RunSettings(props: { readonly settings: InsightSettings; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const { settings, onClose } = props;
  const [horizonText, setHorizon] = useState(() => speech.number(settings.horizon));
  const [discountText, setDiscount] = useState(() =>
    speech.number(Math.round(settings.discount * 1_000) / 10),
  );
  const horizon = within(horizonText, HORIZON);
  const discount = within(discountText, DISCOUNT);
  const saving = useDeed({
    send: (body: { horizon: number; discount: number; revision: number }, headers) =>
      answerOf(api.PUT('/v1/insight/settings', { body, headers })),
    refresh: [['insight']],
    said: () => t('insight.settings.saved'),
    onDone: onClose,
    tellsFailure: true,
    changed: {
      reload: () => queries.invalidateQueries({ queryKey: ['insight'] }),
      onTop: async (input) => {
        const { settings: now } = await queries.fetchQuery({ ...insightQuery(asking), staleTime: 0 });
        return { ...input, revision: now.revision };
      },
    },
  });
  const outside = ({ from, to }: { readonly from: number; readonly to: number }) =>
    t('insight.settings.number', { from: speech.number(from), to: speech.number(to) });
  const isWhole = horizon !== null && Number.isInteger(horizon);
  return (
    <FormDialog
      open
      title={t('insight.settings.open')}
      deed={t('insight.settings.save')}
      pending={saving.pending}
      onClose={onClose}
      onSubmit={() => {
        if (horizon !== null && isWhole && discount !== null)
          void saving.run({ horizon, discount: discount / 100, revision: settings.revision });
      }}
    >
      {saving.failure?.sentence === undefined ? null : (
        <Alert severity="error">{saving.failure.sentence}</Alert>
      )}
      <TextField
        label={t('insight.settings.horizon')}
        value={horizonText}
        inputMode="numeric"
        error={!isWhole}
        helperText={isWhole ? t('insight.settings.horizonHelp') : outside(HORIZON)}
        onChange={({ target }) => setHorizon(target.value)}
      />
      <TextField
        label={t('insight.settings.discount')}
        value={discountText}
        inputMode="decimal"
        error={discount === null}
        helperText={discount === null ? outside(DISCOUNT) : t('insight.settings.discountHelp')}
        onChange={({ target }) => setDiscount(target.value)}
      />
    </FormDialog>
  );
}
