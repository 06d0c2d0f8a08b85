import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type Definition, mergeDefinitions } from '@nardeban/core/ladder';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';
import { Changes } from './Changes.tsx';
import styles from './Studio.module.css';
import type { Clash } from './useStudioDraft.ts';

/** Two people wrote one draft: what each of them changed, and which of it is to stay. */
export function ClashDialog(props: {
  readonly clash: Clash;
  readonly mine: Definition;
  readonly onChoose: (choice: 'mine' | 'theirs' | 'both') => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { clash, mine } = props;
  const title = useId();
  const { conflicts } = mergeDefinitions(clash.base, mine, clash.theirs);
  return (
    <Dialog open aria-labelledby={title} maxWidth="md" fullWidth>
      <DialogTitle id={title}>{t('studio.clash.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <p className={styles.lead}>
          {t('studio.clash.lead', {
            by: clash.by,
            time: speech.time(clash.at),
            day: speech.date(clash.at, 'short'),
          })}
        </p>
        <div className={styles.sides}>
          <section>
            <h3>{t('studio.clash.theirs', { by: clash.by })}</h3>
            <Changes before={clash.base} after={clash.theirs} />
          </section>
          <section>
            <h3>{t('studio.clash.mine')}</h3>
            <Changes before={clash.base} after={mine} />
          </section>
        </div>
        <p className={styles.aside}>
          {conflicts.length === 0 ? t('studio.clash.canBoth') : t('studio.clash.cannotBoth')}
        </p>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button color="inherit" onClick={() => props.onChoose('theirs')}>
          {t('studio.clash.takeTheirs')}
        </Button>
        <Button color="inherit" onClick={() => props.onChoose('mine')}>
          {t('studio.clash.takeMine')}
        </Button>
        {conflicts.length === 0 ? (
          <Button variant="contained" autoFocus onClick={() => props.onChoose('both')}>
            {t('studio.clash.takeBoth')}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}
