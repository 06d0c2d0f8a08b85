import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { inBoth } from './offer-form.ts';
import { type AwardAsked, AWARDS_CHANGED, type Candidate } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

const ANNOUNCED = ['private', 'public'] as const;
const NO_FAULTS = [] as const;
/** Honours somebody for a year. It is told as a fact of theirs and cannot be taken back. */
export function AwardDialog(props: {
  readonly candidate: Candidate;
  readonly year: number;
  readonly shownYear: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const { candidate, year, shownYear, onClose } = props;
  const [title, setTitle] = useState({
    fa: '',
    en: '',
    [speech.language]: t('clubOffers.awards.usual', { place: speech.number(candidate.place) }),
  });
  const [isPublic, setPublic] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const name = `\u2068${words.person({ id: candidate.person, name: candidate.name })}\u2069`;
  const giving = useDeed({
    send: (body: AwardAsked, headers) =>
      answerOf(api.POST('/v1/club/awards/{year}', { params: { path: { year } }, body, headers })),
    refresh: AWARDS_CHANGED,
    tellsFailure: true,
    said: () => t('clubOffers.awards.done', { name }),
    onDone: onClose,
  });
  return (
    <FormDialog
      open
      title={t('clubOffers.awards.giveThis', { name })}
      deed={t('clubOffers.awards.give')}
      pending={giving.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        const said = inBoth(title);
        if (said === null) return;
        void giving.run({ person: candidate.person, place: candidate.place, title: said, isPublic });
      }}
    >
      <p className={spend.plain}>
        {t('clubOffers.awards.giveText', { year: shownYear, score: speech.number(candidate.score) })}
      </p>
      {giving.failure === null ? null : <Alert severity="error">{failureText(giving.failure, t)}</Alert>}
      <InBothLanguages
        label={t('clubOffers.awards.name')}
        words={title}
        faults={
          isAsked && inBoth(title) === null
            ? [{ field: 'fa', sentence: t('clubOffers.missing.name') }]
            : NO_FAULTS
        }
        onChange={setTitle}
      />
      <TextField
        select
        size="small"
        label={t('clubOffers.field.announcement')}
        helperText={t(isPublic ? 'clubOffers.awards.publicHelp' : 'clubOffers.awards.privateHelp')}
        value={isPublic ? 'public' : 'private'}
        onChange={(event) => setPublic(event.target.value === 'public')}
      >
        {ANNOUNCED.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`clubOffers.announcement.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
