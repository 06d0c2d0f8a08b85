import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import type { Vocabulary } from '@nardeban/core/facts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { Hook } from '../../../api/hooks-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { vocabularyQuery } from '../../../api/queries.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../FormDialog.tsx';
import styles from './Hooks.module.css';
import { EVERYTHING, eventName, MOVED, SEGMENT_CHANGED } from './naming.ts';

interface Written {
  readonly url: string;
  readonly description: string;
  readonly isAll: boolean;
  readonly events: readonly string[];
}

const NEW: Written = { url: '', description: '', isAll: false, events: [] };

/** Makes a webhook, or changes the one that is given. */
export function HookForm(props: {
  readonly open: boolean;
  readonly hook?: Hook;
  readonly onClose: () => void;
  readonly onMade?: (made: { readonly hook: Hook; readonly secret: string | null }) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useQuery(vocabularyQuery(asking)).data?.vocabulary ?? {};
  const { hook, open } = props;
  const [written, setWritten] = useState<Written>(NEW);
  const [isAsked, setAsked] = useState(false);
  // Only when it is opened: what is typed is not taken away by news of the webhook.
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    if (open && !wasOpen) {
      const isAll = hook?.events.includes(EVERYTHING) ?? false;
      setWritten(
        hook === undefined
          ? NEW
          : { url: hook.url, description: hook.description, isAll, events: isAll ? [] : hook.events },
      );
      setAsked(false);
    }
    setWasOpen(open);
  }, [open, wasOpen, hook]);

  const body = {
    url: written.url.trim(),
    description: written.description.trim(),
    events: written.isAll ? [EVERYTHING] : [...written.events],
  };
  const making = useDeed({
    send: (input: typeof body, headers) => answerOf(api.POST('/v1/hooks', { body: input, headers })),
    refresh: [['hooks']],
    tellsFailure: true,
    onDone: (made) => {
      props.onClose();
      props.onMade?.(made);
    },
  });
  const changing = useDeed({
    send: (
      input: typeof body & { readonly id: number; readonly enabled: boolean; readonly revision: number },
      headers,
    ) => {
      const { id, ...rest } = input;
      return answerOf(api.PUT('/v1/hooks/{id}', { params: { path: { id } }, body: rest, headers }));
    },
    refresh: [['hooks'], ['hook']],
    tellsFailure: true,
    said: () => t('hooks.savedSaid'),
    onDone: props.onClose,
  });
  const deed = hook === undefined ? making : changing;
  const { failure } = deed;
  const lacksEvents = isAsked && body.events.length === 0;
  const submit = () => {
    setAsked(true);
    if (body.events.length === 0) return;
    if (hook === undefined) void making.run(body);
    else void changing.run({ ...body, id: hook.id, enabled: hook.enabled, revision: hook.revision });
  };
  const write = (changes: Partial<Written>) => {
    setWritten({ ...written, ...changes });
    deed.clear();
  };
  return (
    <FormDialog
      open={open}
      title={hook === undefined ? t('hooks.form.make') : t('hooks.form.change')}
      deed={hook === undefined ? t('hooks.form.makeDeed') : t('hooks.form.save')}
      pending={deed.pending}
      onClose={props.onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('hooks.form.url')}
        required
        autoFocus
        value={written.url}
        onChange={(event) => write({ url: event.target.value })}
        error={failure?.field === 'url'}
        helperText={failure?.field === 'url' ? failureText(failure, t) : t('hooks.form.urlHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'ltr', maxLength: 2000, inputMode: 'url', spellCheck: false } }}
      />
      <TextField
        label={t('hooks.form.description')}
        value={written.description}
        onChange={(event) => write({ description: event.target.value })}
        helperText={t('hooks.form.descriptionHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
      <fieldset className={styles.choices}>
        <legend>{t('hooks.form.which')}</legend>
        <RadioGroup
          value={written.isAll ? 'all' : 'some'}
          onChange={(_, value) => write({ isAll: value === 'all' })}
          aria-label={t('hooks.form.which')}
        >
          <FormControlLabel value="some" control={<Radio size="small" />} label={t('hooks.form.some')} />
          <FormControlLabel value="all" control={<Radio size="small" />} label={t('hooks.form.all')} />
        </RadioGroup>
      </fieldset>
      {written.isAll ? (
        <p className={styles.soft} style={{ margin: 0 }}>
          {t('hooks.form.eventsHelp')}
        </p>
      ) : (
        <Events
          vocabulary={words}
          events={written.events}
          fault={lacksEvents ? t('hooks.form.eventsNeeded') : undefined}
          onChange={(events) => write({ events })}
        />
      )}
      {failure === null || failure.field === 'url' ? null : (
        <Alert severity="error">{failureText(failure, t)}</Alert>
      )}
    </FormDialog>
  );
}

type Group = 'moves' | 'own' | 'facts';

function groupOf(event: string): Group {
  if (event === MOVED || event === SEGMENT_CHANGED) return 'moves';
  return event.startsWith('custom.') ? 'own' : 'facts';
}

function Events(props: {
  readonly vocabulary: Vocabulary;
  readonly events: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (events: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { vocabulary, events, fault } = props;
  const types = Object.keys(vocabulary);
  const own = types.filter((type) => type.startsWith('custom.'));
  const others = types.filter((type) => !type.startsWith('custom.'));
  // A family that was chosen by a program stays; here one chooses what it holds.
  const families = events.filter((event) => event.endsWith('.*'));
  return (
    <Autocomplete<string, true, true>
      multiple
      disableClearable
      disableCloseOnSelect
      options={[MOVED, SEGMENT_CHANGED, ...families, ...own, ...others]}
      groupBy={(event) => t(`hooks.group.${groupOf(event)}`)}
      getOptionLabel={(event) => eventName(event, vocabulary, t, speech)}
      value={[...events]}
      onChange={(_, chosen) => props.onChange(chosen)}
      renderInput={(field) => (
        <TextField
          {...field}
          label={t('hooks.form.events')}
          error={fault !== undefined}
          helperText={fault ?? t('hooks.form.eventsHelp')}
        />
      )}
    />
  );
}
