import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { MARGIN_CHANGED, type MoneySettings, moneySettingsQuery } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { useSetting } from '../../setting.ts';
import { hundredthsIn } from '../spend/manners.ts';
import { TypedField } from '../spend/TypedField.tsx';
import spend from '../spend/Spend.module.css';

interface Said {
  readonly marginRate: number;
  readonly assumed: MoneySettings['assumed'];
  readonly revision: number;
}

/** Says what is kept of a sale where no unit cost is known. */
export function MarginForm({ settings }: { readonly settings: MoneySettings }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const [rate, setRate] = useState<number | null>(settings.marginRate);
  const fresh = () => queries.fetchQuery({ ...moneySettingsQuery(asking), staleTime: 0 });
  const version = (marginRate: number) => [{ label: t('spend.margin.rate'), text: speech.share(marginRate) }];
  const saving = useDeed({
    send: (body: Said, headers) => answerOf(api.PUT('/v1/insight/money/settings', { body, headers })),
    refresh: MARGIN_CHANGED,
    tellsFailure: true,
    said: (answer) => t('spend.margin.saved', { rate: speech.share(answer.marginRate) }),
    changed: {
      versions: async (input) => ({
        mine: version(input.marginRate),
        theirs: version((await fresh()).marginRate),
      }),
      reload: () => fresh(),
      onTop: async (input) => {
        const { revision, assumed } = await fresh();
        return { ...input, assumed, revision };
      },
    },
  });
  const { failure } = saving;
  return (
    <form
      className={spend.tools}
      onSubmit={(event) => {
        event.preventDefault();
        if (rate === null) return;
        void saving.run({ marginRate: rate, assumed: settings.assumed, revision: settings.revision });
      }}
    >
      <TypedField
        small
        required
        label={t('spend.margin.rate')}
        manner={hundredthsIn(speech)}
        value={rate}
        least={0}
        most={1}
        onChange={(value) => {
          setRate(value);
          saving.clear();
        }}
      />
      <Button type="submit" variant="outlined" loading={saving.pending}>
        {t('spend.costs.save')}
      </Button>
      {failure === null || failure.kind === 'changed' ? null : (
        <Alert severity="error">{failureText(failure, t)}</Alert>
      )}
    </form>
  );
}
