import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../ui/Keys.tsx';
import { useRegistry } from '../../ui/registry.ts';
import styles from './HelpSheet.module.css';
import { lettersWork, letLettersWork } from './letters.ts';
import { offeredShortcuts, type Shortcut } from './shortcuts.ts';

/** Every key that does something just now, and a switch for who wants none of the single letters. */
export default function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const offered = useRegistry(offeredShortcuts);
  const [work, setWork] = useState(lettersWork);
  const groups = [
    { name: t('shortcuts.anywhere'), of: offered.filter((one) => one.afterG !== true) },
    { name: t('shortcuts.goTo'), of: offered.filter((one) => one.afterG === true) },
  ];
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">{t('shortcuts.title')}</DialogTitle>
      <DialogContent>
        <div className={styles.groups}>
          {groups.map((group) => (
            <section key={group.name} className={styles.group}>
              <h3>{group.name}</h3>
              <ul className={styles.list}>
                {group.of.map((one) => (
                  <li key={written(one).join(' ')}>
                    <span>{one.label}</span>
                    <Keys keys={written(one)} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <p className="soft">{t('shortcuts.layouts')}</p>
        <FormControlLabel
          control={
            <Switch
              checked={work}
              onChange={(event) => {
                letLettersWork(event.target.checked);
                setWork(event.target.checked);
              }}
            />
          }
          label={t('shortcuts.letters')}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained" autoFocus>
          {t('shortcuts.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const SIGNS: Readonly<Record<string, string>> = { Slash: '/', BracketLeft: '[', BracketRight: ']' };

/** The keys of a shortcut as they are written on the keyboard. */
function written(shortcut: Shortcut): readonly string[] {
  // Shift and the slash are the question mark, and nobody looks for it by another name.
  if (shortcut.code === 'Slash' && shortcut.shift === true) return ['?'];
  const sign = SIGNS[shortcut.code] ?? shortcut.code.replace(/^(?:Key|Digit)/, '');
  return [
    ...(shortcut.afterG === true ? ['G'] : []),
    ...(shortcut.withCommand === true ? ['command'] : []),
    ...(shortcut.shift === true ? ['Shift'] : []),
    sign,
  ];
}
