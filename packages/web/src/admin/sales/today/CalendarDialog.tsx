import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import { calendarLinksQuery } from './queries.ts';
import styles from './Today.module.css';

const SHOWS = ['kind', 'name', 'all'] as const;
type Shows = (typeof SHOWS)[number];
const LINKS_CHANGED = [['calendar-links']] as const;

/** A link under which one's own calendar shows what is to be done; made, told once, and taken back. */
export function CalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const title = useId();
  const [shows, setShows] = useState<Shows>('name');
  const [path, setPath] = useState<string | null>(null);
  const links = useQuery(calendarLinksQuery(asking)).data ?? [];
  const making = useDeed({
    send: (body: { readonly shows: Shows; readonly language: 'fa' | 'en' }, headers) =>
      answerOf(api.POST('/v1/sales/calendar-links', { body, headers })),
    refresh: LINKS_CHANGED,
    onDone: (made) => setPath(made.path),
  });
  const revoking = useDeed({
    send: ({ id }: { readonly id: number }, headers) =>
      answerOf(api.DELETE('/v1/sales/calendar-links/{id}', { params: { path: { id } }, headers })),
    refresh: LINKS_CHANGED,
    said: () => t('salesToday.calendar.revoked'),
    onDone: () => setPath(null),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t('salesToday.calendar.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, '&&': { paddingBlockStart: 1 } }}>
        <p className={styles.plain}>{t('salesToday.calendar.text')}</p>
        {path === null ? (
          <>
            <div className={styles.choice}>
              <span id={`${title}-shows`}>{t('salesToday.calendar.shows')}</span>
              <ToggleButtonGroup
                exclusive
                size="small"
                aria-labelledby={`${title}-shows`}
                value={shows}
                onChange={(_, chosen: Shows | null) => chosen !== null && setShows(chosen)}
                sx={{ flexWrap: 'wrap' }}
              >
                {SHOWS.map((one) => (
                  <ToggleButton key={one} value={one} sx={{ textTransform: 'none', paddingInline: 2 }}>
                    {t(`salesToday.calendar.show.${one}`)}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
            </div>
            <p className={styles.soft}>{t(`salesToday.calendar.told.${shows}`)}</p>
            <Button
              variant="contained"
              loading={making.pending}
              onClick={() => void making.run({ shows, language: speech.language })}
            >
              {t('salesToday.calendar.make')}
            </Button>
          </>
        ) : (
          <Made address={new URL(path, location.origin).href} />
        )}
        {links.length === 0 ? null : (
          <ul className={styles.list} aria-label={t('salesToday.calendar.links')}>
            {links.map((link) => (
              <li key={link.id} className={styles.running}>
                <span>
                  {t('salesToday.calendar.link', {
                    shows: t(`salesToday.calendar.show.${link.shows}`),
                    day: speech.date(link.madeAt),
                  })}{' '}
                  <span className="soft">
                    {link.seenAt === null
                      ? t('salesToday.calendar.unseen')
                      : t('salesToday.calendar.seen', { day: speech.date(link.seenAt) })}
                  </span>
                </span>
                <Button
                  size="small"
                  color="error"
                  loading={revoking.input?.id === link.id}
                  onClick={() => void revoking.run({ id: link.id })}
                >
                  {t('salesToday.calendar.revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('salesToday.calendar.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Made({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <Alert severity="warning">{t('salesToday.calendar.once')}</Alert>
      <TextField
        size="small"
        fullWidth
        label={t('salesToday.calendar.address')}
        value={address}
        onFocus={(event) => event.target.select()}
        slotProps={{ htmlInput: { dir: 'ltr', readOnly: true } }}
      />
      <div className={styles.chips}>
        <Button
          variant="contained"
          onClick={() =>
            void navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              // Where copying is not allowed, the address stands there to be taken by hand.
              () => undefined,
            )
          }
        >
          {t(isCopied ? 'salesToday.calendar.copied' : 'salesToday.calendar.copy')}
        </Button>
        <Button component="a" href={address.replace(/^https?:/, 'webcal:')}>
          {t('salesToday.calendar.subscribe')}
        </Button>
      </div>
      <p className={styles.soft}>{t('salesToday.calendar.how')}</p>
    </>
  );
}
