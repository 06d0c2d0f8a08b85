import TextField from '@mui/material/TextField';
import type { Definition } from '@nardeban/core/ladder';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Changes } from './Changes.tsx';
import styles from './Studio.module.css';

/** What will be different from now on, a word on why, and then it is done. */
export function PublishDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly deed: string;
  readonly lead: string;
  readonly before: Definition | null;
  readonly after: Definition | null;
  readonly onConfirm: (note: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open={props.open}
      title={props.title}
      deed={props.deed}
      onConfirm={async () => {
        await props.onConfirm(note.trim());
        setNote('');
      }}
      onClose={props.onClose}
    >
      <div className={styles.publish}>
        <p className={styles.lead}>{props.lead}</p>
        {props.before === null || props.after === null ? null : (
          <div className={styles.publishChanges}>
            <Changes before={props.before} after={props.after} />
          </div>
        )}
        <TextField
          size="small"
          fullWidth
          multiline
          maxRows={5}
          label={t('studio.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
        />
      </div>
    </ConfirmDialog>
  );
}
