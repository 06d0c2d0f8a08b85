import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useSetting } from '../../setting.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { keepBlob } from '../../../ui/keep-blob.ts';
import { type Batch, batchQuery, codesFile, VOUCHERS_CHANGED } from './queries.ts';
import { SheetDialog } from './SheetDialog.tsx';

type Open = 'change' | 'give' | 'sheet' | 'seal' | null;

/** What can be done with a batch by who may write. */
export function BatchTools({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const { id, state, kind, printable, disabled } = batch;
  const isDone = state === 'done';
  const close = () => setOpen(null);
  const fresh = () => queries.fetchQuery({ ...batchQuery(asking, id), staleTime: 0 });
  const downloading = useDeed({
    send: (chosen: number) => codesFile(asking, chosen),
    onDone: (file) => keepBlob(`vouchers-${id}.csv`, file),
  });
  const switching = useDeed({
    send: (seen: Batch, headers) => {
      const { name, uses, usesPerPerson, validFrom, validUntil, revision } = seen;
      return answerOf(
        api.PUT('/v1/club/vouchers/{id}', {
          params: { path: { id } },
          body: {
            name,
            uses,
            usesPerPerson,
            validFrom,
            validUntil,
            revision,
            disabled: !disabled,
          },
          headers,
        }),
      );
    },
    refresh: VOUCHERS_CHANGED,
    said: (now) => t(now.disabled ? 'clubCodes.vouchers.allOff' : 'clubCodes.vouchers.allOn'),
    changed: { reload: fresh, onTop: fresh },
  });
  const sealing = useDeed({
    send: (revision: number, headers) =>
      answerOf(
        api.POST('/v1/club/vouchers/{id}/seal', { params: { path: { id } }, body: { revision }, headers }),
      ),
    refresh: VOUCHERS_CHANGED,
    said: () => t('clubCodes.vouchers.nowSealed'),
    changed: { reload: fresh },
  });
  return (
    <>
      {isDone && printable && kind === 'drawn' ? (
        <>
          <Button variant="contained" onClick={() => setOpen('sheet')}>
            {t('clubCodes.vouchers.sheet')}
          </Button>
          <Button variant="outlined" loading={downloading.pending} onClick={() => void downloading.run(id)}>
            {t('clubCodes.vouchers.download')}
          </Button>
          <Button variant="outlined" onClick={() => setOpen('give')}>
            {t('clubCodes.vouchers.give')}
          </Button>
        </>
      ) : null}
      {isDone && kind === 'word' ? (
        <Button variant="contained" onClick={() => setOpen('sheet')}>
          {t('clubCodes.vouchers.sheet')}
        </Button>
      ) : null}
      <Button variant="outlined" onClick={() => setOpen('change')}>
        {t('clubCodes.change')}
      </Button>
      <Button
        color={disabled ? 'primary' : 'error'}
        loading={switching.pending}
        onClick={() => void switching.run(batch)}
      >
        {t(disabled ? 'clubCodes.vouchers.turnAllOn' : 'clubCodes.vouchers.turnAllOff')}
      </Button>
      {isDone && printable && kind === 'drawn' ? (
        <Button color="inherit" onClick={() => setOpen('seal')}>
          {t('clubCodes.vouchers.seal')}
        </Button>
      ) : null}
      {open === 'change' ? <ChangeDialog batch={batch} onClose={close} /> : null}
      {open === 'give' ? <GiveDialog batch={batch} onClose={close} /> : null}
      {open === 'sheet' ? <SheetDialog batch={batch} onClose={close} /> : null}
      <ConfirmDialog
        open={open === 'seal'}
        danger
        title={t('clubCodes.vouchers.sealTitle')}
        deed={t('clubCodes.vouchers.seal')}
        onConfirm={() => sealing.attempt(batch.revision)}
        onClose={close}
      >
        <p style={{ margin: 0 }}>
          {t('clubCodes.vouchers.sealText', { count: batch.made, shown: speech.number(batch.made) })}
        </p>
      </ConfirmDialog>
    </>
  );
}
