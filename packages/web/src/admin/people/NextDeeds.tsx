import Button from '@mui/material/Button';
import type { NextDeed } from '@nardeban/core/criteria';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../api/answers.ts';
import { answerOf, api } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useSetting } from '../setting.ts';
import { useVocabulary } from './telling.ts';
import styles from './WhatNext.module.css';

/** Opens the forms that stand on the page: a fact told by hand, and a trait. */
export interface Forms {
  readonly record: (begin: Extract<NextDeed, { kind: 'record' }>) => void;
  readonly trait: (trait: string, value: string | number | boolean) => void;
}

const FOLLOW_UP = { kind: 'record', type: 'followup.agreed', data: {} } as const;

/** What can be done about one step, as buttons; each only for who may. */
export function NextDeeds(props: {
  readonly deeds: readonly NextDeed[];
  readonly person: PersonDetails;
  readonly forms: Forms;
}) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const words = useVocabulary();
  const { deeds, person, forms } = props;
  const mayTell = session?.scopes.includes('facts:write') === true;
  const mayChange = session?.scopes.includes('people:write') === true;
  const named = (type: string) => {
    const word = words[type];
    return word === undefined ? type : speech.language === 'fa' ? word.fa : word.en.one;
  };
  const shown = deeds.map((deed) => {
    switch (deed.kind) {
      case 'reach':
        return <Reach key="reach" about={deed.about} person={person} />;
      case 'record':
        return mayTell ? (
          <Button key="record" size="small" variant="outlined" onClick={() => forms.record(deed)}>
            {t('next.record', { what: named(deed.type) })}
          </Button>
        ) : null;
      case 'follow-up':
        return mayTell ? (
          <Button key="follow-up" size="small" variant="outlined" onClick={() => forms.record(FOLLOW_UP)}>
            {t('next.followUp')}
          </Button>
        ) : null;
      case 'trait':
        return mayChange ? (
          <Button
            key="trait"
            size="small"
            variant="outlined"
            onClick={() => forms.trait(deed.trait, deed.value)}
          >
            {t('next.trait')}
          </Button>
        ) : null;
      case 'tag':
        return mayChange ? <TagDeed key="tag" person={person} tag={deed.tag} on={deed.on} /> : null;
      default:
        return (
          <span key="wait" className={styles.wait}>
            {t('next.wait', { day: speech.date(deed.until) })}
          </span>
        );
    }
  });
  if (shown.every((one) => one === null)) return null;
  return (
    <div className={styles.deeds} role="group" aria-label={t('next.deeds')}>
      {shown}
    </div>
  );
}

/** Their number and mail as links with words to send, and the words alone for any other way. */
function Reach(props: {
  readonly about: Extract<NextDeed, { kind: 'reach' }>['about'];
  readonly person: PersonDetails;
}) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const toasts = useToasts();
  const { person } = props;
  const mobile = person.identifiers.find(({ kind }) => kind === 'mobile')?.value;
  const email = person.identifiers.find(({ kind }) => kind === 'email')?.value;
  if (mobile === undefined && email === undefined)
    return <span className={styles.wait}>{t('next.noWay')}</span>;
  const hello = person.name === null ? t('next.hello') : t('next.helloName', { name: person.name });
  const words = t(`next.message.${props.about}`, { hello, business: session?.business.name ?? '' });
  const body = encodeURIComponent(words);
  return (
    <>
      {mobile === undefined ? null : (
        <>
          <Button size="small" variant="contained" disableElevation href={`tel:${mobile}`}>
            {t('next.call')}
          </Button>
          <Button size="small" variant="outlined" href={`sms:${mobile}?body=${body}`}>
            {t('next.sms')}
          </Button>
        </>
      )}
      {email === undefined ? null : (
        <Button size="small" variant="outlined" href={`mailto:${encodeURIComponent(email)}?body=${body}`}>
          {t('next.mail')}
        </Button>
      )}
      <Button
        size="small"
        variant="outlined"
        onClick={() =>
          void navigator.clipboard.writeText(words).then(
            () => toasts.say(t('next.copied')),
            // A page that is not served over TLS has no clipboard: the words are there to be copied by hand.
            () => toasts.say(words),
          )
        }
      >
        {t('next.copy')}
      </Button>
    </>
  );
}

function TagDeed(props: { readonly person: PersonDetails; readonly tag: string; readonly on: boolean }) {
  const { t } = useTranslation();
  const { person, tag, on } = props;
  const send = (input: { readonly tag: string; readonly on: boolean }, headers: Record<string, string>) =>
    answerOf(api.POST('/v1/people/{id}/tags', { params: { path: { id: person.id } }, body: input, headers }));
  const set = useDeed({
    send,
    refresh: [['person'], ['facts'], ['explanation']],
    said: () => t(on ? 'dossier.tags.on' : 'dossier.tags.off', { tag }),
    undo: (_, input, headers) => send({ ...input, on: !input.on }, headers),
  });
  return (
    <Button size="small" variant="outlined" loading={set.pending} onClick={() => void set.run({ tag, on })}>
      {t(on ? 'next.tagOn' : 'next.tagOff', { tag })}
    </Button>
  );
}
