import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { OUTCOMES } from '@nardeban/core/sales';
import { isoDay } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { FOLLOW_UPS_CHANGED, type Kind, type Outcome } from './queries.ts';
import { stepBody, type StepDraft } from './step-draft.ts';
import { StepFields } from './StepFields.tsx';
import styles from './Today.module.css';

export interface DoneOf {
  readonly id: number;
  readonly kind: Kind;
  readonly about: string;
  readonly revision: number;
}

interface Body {
  readonly revision: number;
  readonly outcome: Outcome;
  readonly note: string | null;
  readonly next?: NonNullable<ReturnType<typeof stepBody>>;
}

/** It is done: what came of it, and what is next, so that no open matter is left without a next step. */
export function DoneDialog(props: {
  readonly followUp: DoneOf;
  /** It belongs to a deal or a lead, which should not be left without a next step. */
  readonly isOfMatter: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { followUp, onClose } = props;
  const outcomes: readonly Outcome[] = OUTCOMES[followUp.kind];
  const [outcome, setOutcome] = useState<Outcome>(outcomes[0] ?? 'done');
  const [note, setNote] = useState('');
  const [goesOn, setGoesOn] = useState(props.isOfMatter);
  const [isAsked, setAsked] = useState(false);
  const [next, setNext] = useState<StepDraft>({
    kind: followUp.kind === 'promise' ? 'call' : followUp.kind,
    about: '',
    when: { day: isoDay(today + 1), clock: '' },
    agreed: false,
    owner: null,
  });
  const finishing = useDoneDeed(followUp.id, onClose);
  const step = stepBody(next, speech.zone);
  const isMissing = isAsked && goesOn && next.when.day === null;
  return (
    <FormDialog
      open
      title={t('salesToday.done.title', { kind: t(`salesToday.kind.${followUp.kind}`) })}
      deed={t('salesToday.done.deed')}
      pending={finishing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (goesOn && step === null) return;
        void finishing.run({
          revision: followUp.revision,
          outcome,
          note: note.trim() === '' ? null : note.trim(),
          ...(goesOn && step !== null ? { next: step } : {}),
        });
      }}
    >
      {finishing.failure === null ? null : <Alert severity="error">{failedText(finishing.failure, t)}</Alert>}
      <p className={styles.aboutLine}>
        <bdi>{followUp.about}</bdi>
      </p>
      {outcomes.length < 2 ? null : (
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('salesToday.done.outcome')}
          value={outcome}
          onChange={(_, chosen: Outcome | null) => chosen !== null && setOutcome(chosen)}
          sx={{ flexWrap: 'wrap' }}
        >
          {outcomes.map((one) => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none', paddingInline: 2 }}>
              {t(`salesToday.outcome.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <TextField
        size="small"
        fullWidth
        multiline
        label={t('salesToday.done.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
      />
      <FormControlLabel
        control={<Switch checked={goesOn} onChange={(_, on) => setGoesOn(on)} />}
        label={t('salesToday.done.next')}
      />
      {goesOn ? (
        <StepFields
          draft={next}
          isAsked={isAsked}
          fault={isMissing ? t('salesToday.form.dayMissing') : null}
          withOwner={false}
          onChange={(changes) => setNext((now) => ({ ...now, ...changes }))}
        />
      ) : props.isOfMatter ? (
        <p className={styles.soft}>{t('salesToday.done.noNext')}</p>
      ) : null}
    </FormDialog>
  );
}

/** Sends that it is done; within the word that says so it can be taken back, and then what was planned after it goes too. */
function useDoneDeed(id: number, onClose: () => void) {
  const { t } = useTranslation();
  return useDeed({
    send: (body: Body, headers) =>
      answerOf(api.POST('/v1/sales/follow-ups/{id}/done', { params: { path: { id } }, body, headers })),
    refresh: FOLLOW_UPS_CHANGED,
    tellsFailure: true,
    said: ({ next }) => t(next === null ? 'salesToday.done.said' : 'salesToday.done.saidNext'),
    undo: async ({ followUp, next }, _, headers) => {
      if (next !== null)
        await answerOf(
          api.POST('/v1/sales/follow-ups/{id}/cancel', {
            params: { path: { id: next.id } },
            body: { revision: next.revision },
            headers: { ...headers, 'idempotency-key': `${headers['idempotency-key'] ?? ''}-next` },
          }),
        );
      return answerOf(
        api.POST('/v1/sales/follow-ups/{id}/reopen', {
          params: { path: { id } },
          body: { revision: followUp.revision },
          headers,
        }),
      );
    },
    onDone: onClose,
  });
}
