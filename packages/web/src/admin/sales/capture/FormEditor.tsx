import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { checkForm, firstForm, type Form } from '@nardeban/core/sales';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { paths } from '../../../paths.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { AfterPart } from './AfterPart.tsx';
import styles from './Capture.module.css';
import { ConsentsPart } from './ConsentsPart.tsx';
import { FieldsPart } from './FieldsPart.tsx';
import { keyOfForm, sentForm } from './form-draft.ts';
import { LeadPart } from './LeadPart.tsx';
import { Preview } from './Preview.tsx';
import { formQuery, FORMS_CHANGED, type KeptForm } from './queries.ts';

interface Changing {
  readonly definition: Form;
  readonly state: KeptForm['state'];
  readonly revision: number;
}

/** Lays a form out, or changes the one that is given; what was sent before stays as it was asked then. */
export function FormEditor(props: { readonly kept: KeptForm | null }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const navigate = useNavigate();
  // What the form began with: somebody else's change must not take away what is being typed.
  const [kept, setKept] = useState(props.kept);
  const [form, setForm, draft] = useDraft<Form>(
    `capture-form:${kept === null ? 'new' : `${kept.key}:${kept.revision}`}`,
    kept === null ? firstForm() : kept.definition,
  );
  const [fault, setFault] = useState<string | null>(null);
  const key = kept?.key ?? '';
  const fresh = () => queries.fetchQuery({ ...formQuery(asking, key), staleTime: 0 });
  const beginWith = (now: KeptForm) => {
    draft.forget();
    setKept(now);
  };
  const version = ({
    definition,
    state,
  }: {
    readonly definition: Form;
    readonly state: KeptForm['state'];
  }) => [
    { label: t('salesCapture.titleOf'), text: speech.words(definition.title) },
    {
      label: t('salesCapture.theFields'),
      text: definition.fields.map(({ label }) => speech.words(label)).join('، '),
    },
    { label: t('salesCapture.state'), text: t(`salesCapture.stateOf.${state}`) },
  ];
  const making = useDeed({
    send: (body: { readonly key: string; readonly definition: Form }, headers) =>
      answerOf(api.POST('/v1/sales/forms', { body: body as never, headers })),
    refresh: FORMS_CHANGED,
    tellsFailure: true,
    said: () => t('salesCapture.drafted'),
    onDone: (made) => {
      draft.forget();
      void navigate({ to: paths.salesForms, search: { form: made.key }, replace: true });
    },
  });
  const changing = useDeed({
    send: (body: Changing, headers) =>
      answerOf(api.PUT('/v1/sales/forms/{key}', { params: { path: { key } }, body: body as never, headers })),
    refresh: FORMS_CHANGED,
    tellsFailure: true,
    said: ({ state }) => t(state === 'open' ? 'salesCapture.savedOpen' : 'salesCapture.saved'),
    onDone: beginWith,
    changed: {
      versions: async (input) => {
        const theirs = await fresh();
        return {
          mine: version(input),
          theirs: version({ ...theirs, definition: theirs.definition }),
        };
      },
      reload: async () => beginWith(await fresh()),
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const deed = kept === null ? making : changing;
  const failure = deed.failure?.kind === 'changed' ? null : deed.failure;
  const write = (changes: Partial<Form>) => {
    setForm({ ...form, ...changes });
    setFault(null);
    deed.clear();
  };
  const save = (state?: KeptForm['state']) => {
    const { definition, lacksWords } = sentForm(form);
    if (lacksWords) return setFault(t('salesCapture.lacksWords'));
    const checked = checkForm(definition);
    if (!checked.ok) return setFault(sayRefusal(checked.refusal, speech.language));
    if (kept === null) void making.run({ key: keyOfForm(definition.title), definition });
    else void changing.run({ definition, state: state ?? kept.state, revision: kept.revision });
  };
  const part = { form, onChange: write };
  return (
    <div className={styles.side}>
      <form
        noValidate
        className={styles.editor}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
        {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
        <section className={styles.group} aria-labelledby="form-words">
          <h2 id="form-words">{t('salesCapture.words')}</h2>
          <InBothLanguages
            label={t('salesCapture.titleOf')}
            words={form.title}
            faults={[]}
            onChange={(title) => write({ title })}
          />
          <InBothLanguages
            label={t('salesCapture.intro')}
            lines={2}
            words={form.intro ?? { fa: '', en: '' }}
            faults={[]}
            onChange={(intro) => write({ intro })}
          />
          <InBothLanguages
            label={t('salesCapture.button')}
            words={form.button}
            faults={[]}
            onChange={(button) => write({ button })}
          />
        </section>
        <FieldsPart {...part} />
        <ConsentsPart {...part} />
        <AfterPart {...part} />
        <LeadPart {...part} />
        <div className={styles.end}>
          <Button type="submit" variant="contained" loading={deed.pending}>
            {t(kept === null ? 'salesCapture.keepDraft' : 'salesCapture.save')}
          </Button>
          {kept === null ? null : kept.state === 'open' ? (
            <Button variant="outlined" color="inherit" disabled={deed.pending} onClick={() => save('closed')}>
              {t('salesCapture.saveAndClose')}
            </Button>
          ) : (
            <Button variant="outlined" disabled={deed.pending} onClick={() => save('open')}>
              {t('salesCapture.saveAndOpen')}
            </Button>
          )}
          {fault === null ? null : (
            <span role="alert" style={{ color: 'var(--down)' }}>
              {fault}
            </span>
          )}
        </div>
      </form>
      <Preview form={form} />
    </div>
  );
}
