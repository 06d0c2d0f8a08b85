import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../api/answers.ts';
import { EditIcon, PlusIcon } from '../../ui/icons.tsx';
import { EditDialog, type Editing } from '../person/EditDialog.tsx';
import { Identifiers } from '../person/Identifiers.tsx';
import papers from '../person/Papers.module.css';
import { Tags } from '../person/Tags.tsx';
import { useSetting } from '../setting.ts';
import styles from './AboutPerson.module.css';
import { useTraitWords } from './traits.ts';

/** What they are recognised by, and what is known of them; each of it can be changed by who may. */
export function AboutPerson({ person }: { readonly person: PersonDetails }) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const mayWrite = session?.scopes.includes('people:write') === true;
  const [editing, setEditing] = useState<Editing | null>(null);
  const { declared, nameOf, say } = useTraitWords();
  const traits = Object.entries(person.traits).flatMap(([name, value]) =>
    name === 'tags' || typeof value === 'object' ? [] : [{ name, value }],
  );
  // What the business itself wants to know of its people stands first.
  traits.sort((one, other) => Number(other.name in declared) - Number(one.name in declared));
  return (
    <>
      <Identifiers person={person} mayWrite={mayWrite} />
      <section className={styles.part}>
        <div className={papers.heading}>
          <h2>{t('about.traits')}</h2>
          {mayWrite ? (
            <IconButton
              size="small"
              aria-label={t('dossier.edit.newTrait')}
              onClick={() => setEditing({ trait: null, was: null })}
            >
              <PlusIcon size={18} />
            </IconButton>
          ) : null}
        </div>
        <Tags person={person} mayWrite={mayWrite} />
        <dl className={styles.list}>
          {traits.map(({ name, value }) => (
            <div key={name} className={papers.held}>
              <dt>
                <bdi>{nameOf(name)}</bdi>
              </dt>
              <dd>
                <bdi>{say(name, value)}</bdi>
                {mayWrite ? (
                  <IconButton
                    size="small"
                    aria-label={t('dossier.edit.title', { what: nameOf(name) })}
                    onClick={() => setEditing({ trait: name, was: value })}
                  >
                    <EditIcon size={16} />
                  </IconButton>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {person.mergedFrom.length === 0 ? null : (
        <p className="soft">
          {t('about.merged', {
            count: person.mergedFrom.length,
            shown: speech.number(person.mergedFrom.length),
          })}
        </p>
      )}
      {editing === null ? null : (
        <EditDialog
          person={person}
          editing={editing}
          label={editing.trait === null ? t('dossier.edit.value') : nameOf(editing.trait)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
