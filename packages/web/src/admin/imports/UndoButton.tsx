import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, undoPreviewQuery } from '../../api/imports-queries.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { UndoIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { useUndo } from './deeds.ts';
import styles from './Imports.module.css';

/** Takes an import back, after saying what goes with it and what stays. */
export function UndoButton({ one }: { readonly one: Import }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [open, setOpen] = useState(false);
  const undo = useUndo();
  const others = useQuery(undoPreviewQuery(asking, one.id, open));
  return (
    <>
      <Button color="error" variant="text" startIcon={<UndoIcon size={18} />} onClick={() => setOpen(true)}>
        {t('imports.undo.open')}
      </Button>
      <ConfirmDialog
        open={open}
        danger
        title={t('imports.undo.title', { file: one.fileName })}
        deed={t('imports.undo.deed')}
        onConfirm={() => undo.attempt(one.id)}
        onClose={() => setOpen(false)}
      >
        <p>{t('imports.undo.text')}</p>
        {(['again', 'lost'] as const).map((which) =>
          others.data === undefined || others.data[which].length === 0 ? null : (
            <div key={which}>
              <p>{t(`imports.undo.${which}`)}</p>
              <ul className={styles.others}>
                {others.data[which].map(({ id, fileName }) => (
                  <li key={id}>
                    <bdi>{fileName}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          ),
        )}
        <p className="soft">{t('imports.undo.api')}</p>
      </ConfirmDialog>
    </>
  );
}
