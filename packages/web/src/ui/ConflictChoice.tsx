import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import type { Asked } from './conflicts.ts';
import styles from './ConflictDialog.module.css';

/** Both versions side by side, and the ways on. */
export default function ConflictChoice({ conflict, versions, decide }: Asked) {
  const { t } = useTranslation();
  const { failure } = conflict;
  const theirs = new Map(versions?.theirs.map((line) => [line.label, line.text]));
  return (
    <Dialog open onClose={() => decide('stay')} maxWidth="sm" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('failure.changed.title')}</DialogTitle>
      <DialogContent>
        <p>{failure.sentence ?? t('failure.changed.text')}</p>
        <p className="soft">{t('conflict.kept')}</p>
        {versions === null ? null : (
          <table className={styles.versions}>
            <thead>
              <tr>
                <td />
                <th scope="col">{t('conflict.mine')}</th>
                <th scope="col">{t('conflict.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {versions.mine.map(({ label, text }) => (
                <tr key={label} className={theirs.get(label) === text ? undefined : styles.differs}>
                  <th scope="row">{label}</th>
                  <td dir="auto">{text}</td>
                  <td dir="auto">{theirs.get(label) ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button color="inherit" onClick={() => decide('stay')}>
          {t('conflict.stay')}
        </Button>
        {conflict.canGoOnTop ? (
          <Button color="inherit" onClick={() => decide('onTop')}>
            {t('conflict.onTop')}
          </Button>
        ) : null}
        <Button variant="contained" autoFocus onClick={() => decide('reload')}>
          {t('conflict.reload')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
