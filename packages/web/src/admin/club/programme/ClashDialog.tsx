import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Programme } from '@nardeban/core/programme';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { Changes } from './Changes.tsx';
import { mergeProgrammes } from './merge.ts';
import styles from './Programme.module.css';
import type { Clash } from './useProgrammeDraft.ts';

/** Two people wrote one draft: what each of them changed, and which of it is to stay. */
export function ClashDialog(props: {
  readonly clash: Clash;
  readonly mine: Programme;
  readonly onChoose: (choice: 'mine' | 'theirs' | 'both') => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { clash, mine } = props;
  const title = useId();
  const canBoth = mergeProgrammes(clash.base, mine, clash.theirs).conflicts.length === 0;
  const by = `\u2068${clash.by}\u2069`;
  return (
    <Dialog open aria-labelledby={title} maxWidth="md" fullWidth>
      <DialogTitle id={title}>{t('club.clash.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }} tabIndex={0} role="group" aria-labelledby={title}>
        <p className={styles.plain}>
          {t('club.clash.lead', { by, time: speech.time(clash.at), day: speech.date(clash.at, 'short') })}
        </p>
        <div className={styles.sides}>
          <section>
            <h3>{t('club.clash.theirs', { by })}</h3>
            <Changes before={clash.base} after={clash.theirs} />
          </section>
          <section>
            <h3>{t('club.clash.mine')}</h3>
            <Changes before={clash.base} after={mine} />
          </section>
        </div>
        <p className="soft">{t(canBoth ? 'club.clash.canBoth' : 'club.clash.cannotBoth')}</p>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button color="inherit" onClick={() => props.onChoose('theirs')}>
          {t('club.clash.takeTheirs')}
        </Button>
        <Button color="inherit" onClick={() => props.onChoose('mine')}>
          {t('club.clash.takeMine')}
        </Button>
        {canBoth ? (
          <Button variant="contained" autoFocus onClick={() => props.onChoose('both')}>
            {t('club.clash.takeBoth')}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}
