import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { colleaguesQuery } from '../queries.ts';
import { FOLLOW_UPS_CHANGED, type WhoseFollowUps } from './queries.ts';
import { stepBody, type StepDraft } from './step-draft.ts';
import { StepFields } from './StepFields.tsx';

type Body = NonNullable<ReturnType<typeof stepBody>> & { readonly owner: string | null };

/** Plans what is to be done next with somebody. */
export function PlanDialog(props: { readonly whose: WhoseFollowUps; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { whose, onClose } = props;
  const me = useQuery(colleaguesQuery(asking)).data?.me ?? null;
  const [draft, setDraft] = useState<StepDraft | null>(null);
  const [isAsked, setAsked] = useState(false);
  const now = draft ?? {
    kind: 'call',
    about: '',
    when: { day: null, clock: '' },
    agreed: false,
    owner: me,
  };
  const planning = useDeed({
    send: (body: Body, headers) =>
      answerOf(api.POST('/v1/sales/follow-ups', { body: { ...body, ...matterOf(whose) }, headers })),
    refresh: FOLLOW_UPS_CHANGED,
    tellsFailure: true,
    said: () => t('salesToday.planned'),
    onDone: onClose,
  });
  const body = stepBody(now, speech.zone);
  return (
    <FormDialog
      open
      title={t('salesToday.form.title')}
      deed={t('salesToday.form.plan')}
      pending={planning.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (body !== null) void planning.run({ ...body, owner: now.owner });
      }}
    >
      {planning.failure === null ? null : <Alert severity="error">{failedText(planning.failure, t)}</Alert>}
      <StepFields
        draft={now}
        isAsked={isAsked}
        fault={isAsked && now.when.day === null ? t('salesToday.form.dayMissing') : null}
        withOwner
        onChange={(changes) => {
          planning.clear();
          setDraft({ ...now, ...changes });
        }}
      />
    </FormDialog>
  );
}

/** A deal or a lead says whose it is. */
function matterOf({ person, deal, lead }: WhoseFollowUps) {
  return {
    ...(person === undefined ? {} : { person }),
    ...(deal === undefined ? {} : { deal }),
    ...(lead === undefined ? {} : { lead }),
  };
}
