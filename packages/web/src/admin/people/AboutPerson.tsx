import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../api/answers.ts';
import { useSetting } from '../setting.ts';
import styles from './AboutPerson.module.css';
import { identifierShown } from './naming.tsx';

/** What they are recognised by, and what is known of them. */
export function AboutPerson({ person }: { readonly person: PersonDetails }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const traits = Object.entries(person.traits);
  const shown = (value: string | number | boolean | string[]) => {
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'number') return speech.number(value);
    return typeof value === 'string' ? value : value.join(t('listSeparator'));
  };
  return (
    <>
      <section className={styles.part}>
        <h2>{t('about.identifiers')}</h2>
        {person.identifiers.length === 0 ? <p className="soft">{t('about.noIdentifiers')}</p> : null}
        <dl className={styles.list}>
          {person.identifiers.map((one) => (
            <div key={`${one.kind} ${one.value}`}>
              <dt>{t(`identifier.${one.kind}`)}</dt>
              <dd>{identifierShown(one)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {traits.length === 0 ? null : (
        <section className={styles.part}>
          <h2>{t('about.traits')}</h2>
          <dl className={styles.list}>
            {traits.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <TraitName name={name} />
                </dt>
                <dd>
                  <bdi>{shown(value)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {person.mergedFrom.length === 0 ? null : (
        <p className="soft">
          {t('about.merged', {
            count: person.mergedFrom.length,
            shown: speech.number(person.mergedFrom.length),
          })}
        </p>
      )}
    </>
  );
}

const KNOWN_TRAITS = [
  'birthday',
  'city',
  'company',
  'gender',
  'industry',
  'job',
  'kind',
  'language',
  'province',
] as const;

/** A trait every business has is called by its name; one of its own as the business called it. */
function TraitName({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const known = KNOWN_TRAITS.find((one) => one === name);
  return known === undefined ? <bdi>{name}</bdi> : t(`trait.${known}`);
}
