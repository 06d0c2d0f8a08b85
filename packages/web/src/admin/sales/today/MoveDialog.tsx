import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { isAgreedAsARule } from '@nardeban/core/sales';
import { isoDay } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import type { DoneOf } from './DoneDialog.tsx';
import { inTheirDigits } from './digits-of.ts';
import { FOLLOW_UPS_CHANGED } from './queries.ts';
import styles from './Today.module.css';
import { dueOf, type When, whenOf } from './when.ts';
import { WhenFields } from './WhenFields.tsx';

interface Body {
  readonly revision: number;
  readonly due: number;
  readonly wholeDay: boolean;
  readonly agreed: boolean;
  readonly reason: string | null;
}

/** Gives it another time, and keeps why. */
export function MoveDialog(props: {
  readonly followUp: DoneOf & { readonly dueAt: number; readonly wholeDay: boolean };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { followUp, onClose } = props;
  const before = whenOf(followUp.dueAt, followUp.wholeDay, speech.zone);
  const [when, setWhen] = useState<When>({
    day: isoDay(today + 1),
    clock: inTheirDigits(before.clock, speech),
  });
  const [reason, setReason] = useState('');
  const [agreed, setAgreed] = useState(false);
  const moving = useDeed({
    send: (body: Body, headers) =>
      answerOf(
        api.POST('/v1/sales/follow-ups/{id}/move', { params: { path: { id: followUp.id } }, body, headers }),
      ),
    refresh: FOLLOW_UPS_CHANGED,
    tellsFailure: true,
    said: () => t('salesToday.move.said'),
    onDone: onClose,
  });
  const due = dueOf(when, speech.zone);
  return (
    <FormDialog
      open
      title={t('salesToday.move.title', { kind: t(`salesToday.kind.${followUp.kind}`) })}
      deed={t('salesToday.move.deed')}
      pending={moving.pending}
      onClose={onClose}
      onSubmit={() => {
        if (due === null) return;
        const said = reason.trim();
        const body = { ...due, agreed, reason: said === '' ? null : said };
        void moving.run({ revision: followUp.revision, ...body });
      }}
    >
      {moving.failure === null ? null : <Alert severity="error">{failedText(moving.failure, t)}</Alert>}
      <p className={styles.aboutLine}>
        <bdi>{followUp.about}</bdi>
      </p>
      <WhenFields
        when={when}
        fixed={isAgreedAsARule(followUp.kind) || agreed}
        fault={when.day === null ? t('salesToday.form.dayMissing') : null}
        onChange={(chosen) => {
          moving.clear();
          setWhen(chosen);
        }}
      />
      <TextField
        size="small"
        fullWidth
        label={t('salesToday.move.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
      />
      <FormControlLabel
        control={<Switch checked={agreed} onChange={(_, on) => setAgreed(on)} />}
        label={t('salesToday.form.agreed')}
      />
    </FormDialog>
  );
}
