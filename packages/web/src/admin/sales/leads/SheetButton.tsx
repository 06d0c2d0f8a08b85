import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { ExportIcon } from '../../../ui/icons.tsx';
import { keepBlob } from '../../../ui/keep-blob.ts';
import type { LeadsSearch } from './leads-search.ts';

/** Gives the reader all leads of the view as a sheet. */
export function SheetButton({ search }: { readonly search: LeadsSearch }) {
  const { t } = useTranslation();
  const { view = 'team', owner, source } = search;
  const keeping = useDeed({
    send: (_: undefined, headers) =>
      answerOf(
        api.GET('/v1/sales/leads/sheet', {
          params: {
            query: {
              view,
              ...(owner === undefined ? {} : { owner }),
              ...(source === undefined ? {} : { source }),
            },
          },
          parseAs: 'blob',
          headers,
        }),
      ),
    onDone: (file) => keepBlob('leads.csv', file),
  });
  return (
    <Button
      color="inherit"
      startIcon={<ExportIcon size={18} />}
      loading={keeping.pending}
      onClick={() => void keeping.run(undefined)}
    >
      {t('salesLeads.sheet')}
    </Button>
  );
}
