import Button from '@mui/material/Button';
import { fillTemplate } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useToasts } from '../../../ui/toasts.ts';
import { useSetting } from '../../setting.ts';
import type { AskTemplate } from './queries.ts';
import styles from './Words.module.css';

/** What is put into the words: the referral code of somebody, and the link of the page on which they write. */
export interface Links {
  readonly code: string | null;
  readonly page: string | null;
}

/** What to say, with the names and links in it, ready to be read out or sent. */
export function SaySomething(props: {
  readonly templates: readonly AskTemplate[];
  readonly person: number;
  readonly name: string | null;
  readonly links: Links;
  readonly onLinks: (links: Links) => void;
}) {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const toasts = useToasts();
  const { templates, person, name, links, onLinks } = props;
  const business = session?.business;
  const linking = useDeed({
    send: (id: number, headers) =>
      answerOf(api.POST('/v1/sales/recommendations/people/{id}/link', { params: { path: { id } }, headers })),
    onDone: ({ code }) => onLinks({ ...links, code }),
  });
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.say(t('salesWords.ask.copied'));
    } catch {
      toasts.failed(t('salesWords.ask.notCopied'));
    }
  };
  const values = {
    name: name ?? '',
    business: business?.name ?? '',
    ...(links.code === null
      ? {}
      : { code: links.code, link: `${location.origin}/p/${business?.slug ?? ''}?ref=${links.code}` }),
    ...(links.page === null ? {} : { page: links.page }),
  };
  return (
    <details className={styles.folded}>
      <summary>{t('salesWords.ask.say')}</summary>
      <ul className={styles.list}>
        {templates.map((template) => {
          const { text, missing } = fillTemplate(speech.words(template.text), values);
          const needsLink = missing.includes('link') || missing.includes('code');
          return (
            <li key={template.key} className={styles.answer}>
              <strong>
                <bdi>{speech.words(template.name)}</bdi>
              </strong>
              <p className={styles.say}>
                <bdi>{text}</bdi>
              </p>
              {missing.includes('page') ? (
                <p className={styles.about}>
                  <span>{t('salesWords.ask.missingPage')}</span>
                </p>
              ) : null}
              <div className={styles.buttons}>
                {needsLink ? (
                  <Button size="small" loading={linking.pending} onClick={() => void linking.run(person)}>
                    {t('salesWords.ask.makeLink')}
                  </Button>
                ) : missing.includes('page') ? null : (
                  <Button size="small" variant="outlined" onClick={() => void copy(text)}>
                    {t('salesWords.ask.copy')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
