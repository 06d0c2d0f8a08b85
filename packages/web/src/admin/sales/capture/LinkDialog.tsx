import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { type CaptureLink, formsQuery, LINKS_CHANGED } from './queries.ts';
import { WordField } from './WordField.tsx';

interface Draft {
  readonly title: string;
  readonly form: string | null;
  readonly target: string | null;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly code: string | null;
  readonly closed: boolean;
}

const blank: Draft = {
  title: '',
  form: null,
  target: null,
  source: null,
  medium: 'qr',
  campaign: null,
  code: null,
  closed: false,
};
/** In the list of forms: no form but a page of the business's own. */
const PAGE = '/';

/** Makes a link for print, or changes one; its code stays, for it is printed. */
export function LinkDialog(props: {
  readonly link: CaptureLink | null;
  readonly onClose: () => void;
  readonly onMade: (link: CaptureLink) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { link, onClose, onMade } = props;
  const [draft, setDraft] = useState<Draft>(link === null ? blank : { ...link });
  const [isAsked, setAsked] = useState(false);
  const forms = useInfiniteQuery(formsQuery(asking)).data?.pages.flatMap((page) => page.forms) ?? [];
  const body = ({ closed: _closed, code: _code, ...rest }: Draft) => ({
    ...rest,
    title: rest.title.trim(),
    source: rest.source ?? '',
  });
  const making = useDeed({
    send: (made: Draft, headers) =>
      answerOf(api.POST('/v1/sales/links', { body: { ...body(made), code: made.code }, headers })),
    refresh: LINKS_CHANGED,
    tellsFailure: true,
    said: () => t('salesCapture.linkMade'),
    onDone: (made) => {
      onClose();
      onMade(made);
    },
  });
  const changing = useDeed({
    send: (changed: Draft & { readonly id: number; readonly revision: number }, headers) => {
      const { title, form, target, source, medium, campaign, closed, revision } = changed;
      return answerOf(
        api.PUT('/v1/sales/links/{link}', {
          params: { path: { link: changed.id } },
          body: {
            title: title.trim(),
            form,
            target,
            source: source ?? '',
            medium,
            campaign,
            closed,
            revision,
          },
          headers,
        }),
      );
    },
    refresh: LINKS_CHANGED,
    tellsFailure: true,
    said: () => t('salesCapture.saved'),
    onDone: onClose,
  });
  const deed = link === null ? making : changing;
  const lacks = {
    title: draft.title.trim() === '',
    source: (draft.source ?? '').trim() === '',
    target: draft.form === null && (draft.target ?? '') === '',
  };
  const write = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    deed.clear();
  };
  const needed = (isLacking: boolean) => (isAsked && isLacking ? t('salesCapture.needed') : undefined);
  return (
    <FormDialog
      open
      title={t(link === null ? 'salesCapture.newLink' : 'salesCapture.changeLink')}
      deed={t(link === null ? 'salesCapture.makeLink' : 'salesCapture.save')}
      pending={deed.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (lacks.title || lacks.source || lacks.target) return;
        if (link === null) void making.run(draft);
        else void changing.run({ ...draft, id: link.id, revision: link.revision });
      }}
    >
      {deed.failure === null ? null : <Alert severity="error">{failureText(deed.failure, t)}</Alert>}
      <WordField
        required
        label={t('salesCapture.linkTitle')}
        help={t('salesCapture.linkTitleText')}
        value={draft.title}
        fault={needed(lacks.title)}
        onChange={(title) => write({ title: title ?? '' })}
      />
      <TextField
        select
        size="small"
        label={t('salesCapture.leadsTo')}
        value={draft.form ?? (draft.target === null ? '' : PAGE)}
        error={needed(lacks.target) !== undefined}
        helperText={needed(lacks.target)}
        onChange={(event) =>
          write(
            event.target.value === PAGE
              ? { form: null, target: 'https://' }
              : { form: event.target.value, target: null },
          )
        }
      >
        {forms.map(({ key, definition }) => (
          <MenuItem key={key} value={key} sx={{ whiteSpace: 'normal' }}>
            <bdi>{speech.words(definition.title)}</bdi>
          </MenuItem>
        ))}
        <MenuItem value={PAGE}>{t('salesCapture.ownPage')}</MenuItem>
      </TextField>
      {draft.target === null ? null : (
        <TextField
          size="small"
          label={t('salesCapture.redirectTo')}
          value={draft.target}
          helperText={t('salesCapture.redirectText')}
          onChange={(event) => write({ target: event.target.value })}
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'ltr', maxLength: 1000, inputMode: 'url' } }}
        />
      )}
      <WordField
        required
        label={t('salesCapture.source')}
        value={draft.source}
        fault={needed(lacks.source)}
        onChange={(source) => write({ source })}
      />
      <WordField
        label={t('salesCapture.medium')}
        value={draft.medium}
        onChange={(medium) => write({ medium })}
      />
      <WordField
        label={t('salesCapture.campaign')}
        value={draft.campaign}
        onChange={(campaign) => write({ campaign })}
      />
      {link === null ? (
        <TextField
          size="small"
          label={t('salesCapture.code')}
          value={draft.code ?? ''}
          helperText={t('salesCapture.codeText')}
          onChange={(event) =>
            write({ code: event.target.value === '' ? null : event.target.value.toLowerCase() })
          }
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'ltr', maxLength: 40 } }}
        />
      ) : (
        <FormControlLabel
          control={<Checkbox checked={draft.closed} onChange={(_, closed) => write({ closed })} />}
          label={t('salesCapture.linkClosed')}
        />
      )}
    </FormDialog>
  );
}
