import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { FormSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { CopyCode } from './CopyCode.tsx';
import { type CaptureSettings, captureSettingsQuery, SETTINGS_CHANGED } from './queries.ts';

/** The business's own sites, and whether visits to their pages are taken down. */
export function Visits({ mayManage }: { readonly mayManage: boolean }) {
  const { asking } = useSetting();
  const settings = useQuery(captureSettingsQuery(asking));
  if (settings.data === undefined)
    return settings.isError ? (
      <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />
    ) : (
      <FormSkeleton fields={3} />
    );
  return <VisitsForm key={settings.data.revision} kept={settings.data} mayManage={mayManage} />;
}

function VisitsForm({ kept, mayManage }: { readonly kept: CaptureSettings; readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const queries = useQueryClient();
  const [sites, setSites] = useState(kept.sites.join('\n'));
  const [visits, setVisits] = useState(kept.visits);
  const [visitsAsk, setVisitsAsk] = useState(kept.visitsAsk);
  const fresh = () => queries.fetchQuery({ ...captureSettingsQuery(asking), staleTime: 0 });
  const saving = useDeed({
    send: (
      body: {
        readonly sites: string[];
        readonly visits: boolean;
        readonly visitsAsk: boolean;
        readonly revision: number;
      },
      headers,
    ) => answerOf(api.PUT('/v1/sales/capture-settings', { body, headers })),
    refresh: SETTINGS_CHANGED,
    tellsFailure: true,
    said: () => t('salesCapture.saved'),
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const failure = saving.failure?.kind === 'changed' ? null : saving.failure;
  const slug = session?.business?.slug ?? '';
  return (
    <form
      noValidate
      className={styles.editor}
      style={{ maxInlineSize: 760 }}
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run({
          sites: sites
            .split(/\s+/)
            .map((site) => site.trim())
            .filter((site) => site !== ''),
          visits,
          visitsAsk,
          revision: kept.revision,
        });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <section className={styles.group} aria-labelledby="visits-sites">
        <h2 id="visits-sites">{t('salesCapture.sites')}</h2>
        <p className={spend.plain}>{t('salesCapture.sitesText')}</p>
        <TextField
          label={t('salesCapture.sitesLines')}
          multiline
          minRows={2}
          maxRows={8}
          value={sites}
          disabled={!mayManage}
          onChange={(event) => setSites(event.target.value)}
          placeholder="https://shop.example"
          slotProps={{ htmlInput: { dir: 'ltr', maxLength: 5000, inputMode: 'url' } }}
        />
      </section>
      <section className={styles.group} aria-labelledby="visits-visits">
        <h2 id="visits-visits">{t('salesCapture.visits')}</h2>
        <p className={spend.plain}>{t('salesCapture.visitsText')}</p>
        <FormControlLabel
          control={<Switch checked={visits} disabled={!mayManage} onChange={(_, on) => setVisits(on)} />}
          label={t('salesCapture.visitsOn')}
        />
        <FormControlLabel
          control={
            <Switch
              checked={visitsAsk}
              disabled={!mayManage || !visits}
              onChange={(_, on) => setVisitsAsk(on)}
            />
          }
          label={t('salesCapture.visitsAsk')}
        />
        {kept.visits ? (
          <>
            <CopyCode
              label={t('salesCapture.visitsCode')}
              code={`<script src="${location.origin}/v/${slug}/visit.js" async></script>`}
            />
            <p className={spend.plain}>{t('salesCapture.visitsCalls')}</p>
            <CopyCode
              label={t('salesCapture.visitsRefusal')}
              code={['nardeban.allow()', 'nardeban.refuse()'].join('\n')}
            />
          </>
        ) : null}
      </section>
      {mayManage ? (
        <div className={styles.end}>
          <Button type="submit" variant="contained" loading={saving.pending}>
            {t('salesCapture.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
