import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { type CustomFact, customFactsQuery, WORDS_CHANGED } from '../../../api/words-queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { EditIcon, NoteIcon, PlusIcon, UndoIcon } from '../../../ui/icons.tsx';
import { LeftToRight } from '../../../ui/LeftToRight.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import settings from '../SettingsPage.module.css';
import { type Declaring, shownKind } from './shapes.ts';
import styles from './Words.module.css';

/** What may happen to this business's people that no other business knows. */
export function FactsCard({ onDeclare }: { readonly onDeclare: (declaring: Declaring) => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const found = useQuery(customFactsQuery(asking));
  const [all, setAll] = useState(false);
  const archiving = useArchiving();
  const present = found.data?.facts.filter(({ archived }) => !archived) ?? [];
  const archived = found.data?.facts.filter((one) => one.archived) ?? [];
  return (
    <section className={settings.card} aria-labelledby="words-facts">
      <div className={styles.heading}>
        <div>
          <h2 id="words-facts">{t('words.facts')}</h2>
          <p>{t('words.factsText')}</p>
        </div>
        <Button
          variant="contained"
          startIcon={<PlusIcon size={18} />}
          onClick={() => onDeclare({ what: 'fact', from: null })}
        >
          {t('words.newFact')}
        </Button>
      </div>
      {found.isError ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowsSkeleton rows={3} columns={3} height={64} />
      ) : (
        <>
          {present.length === 0 ? (
            <EmptyState
              icon={<NoteIcon size={30} />}
              title={t('words.noFacts')}
              steps={[t('words.factSteps.declare'), t('words.factSteps.send'), t('words.factSteps.use')]}
            />
          ) : (
            <ul className={settings.rows}>
              {present.map((one) => (
                <FactRow
                  key={one.name}
                  one={one}
                  told={speech.number(one.told)}
                  onEdit={() => onDeclare({ what: 'fact', from: one })}
                />
              ))}
            </ul>
          )}
          {archived.length === 0 ? null : all ? (
            <>
              <h3 className={styles.sub}>{t('words.archived')}</h3>
              <ul className={settings.rows}>
                {archived.map((one) => (
                  <li key={one.name} className={settings.row}>
                    <div className={`${settings.what} ${settings.faded}`}>
                      <bdi>{one[speech.language]}</bdi>
                    </div>
                    <Button
                      color="inherit"
                      startIcon={<UndoIcon size={18} />}
                      onClick={() => void archiving.run({ name: one.name, archived: false })}
                    >
                      {t('words.restore')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Button color="inherit" onClick={() => setAll(true)}>
              {t('words.showArchived', { number: speech.number(archived.length) })}
            </Button>
          )}
          {found.data.all || present.length === 0 ? null : (
            <p className="soft">{t('words.lookedFacts', { number: speech.number(found.data.looked) })}</p>
          )}
        </>
      )}
    </section>
  );
}

function FactRow(props: { readonly one: CustomFact; readonly told: string; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const archiving = useArchiving();
  const { one } = props;
  const name = one[speech.language];
  return (
    <li className={settings.row}>
      <div className={settings.what}>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className={styles.code}>
          <LeftToRight>{`custom.${one.name}`}</LeftToRight>
        </span>
        <div className={settings.about}>
          <span>{t('words.told', { count: one.told, number: props.told })}</span>
        </div>
        <ul className={styles.choices}>
          {Object.entries(one.fields).map(([field, declared]) => (
            <li key={field}>
              <bdi>{declared[speech.language]}</bdi>{' '}
              <span className="soft">{t(`words.kinds.${shownKind(declared.kind, declared.choices)}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.buttons}>
        <Button
          color="inherit"
          startIcon={<EditIcon size={18} />}
          aria-label={t('words.editFact', { name: `\u2068${name}\u2069` })}
          onClick={props.onEdit}
        >
          {t('words.edit')}
        </Button>
        <Button
          color="inherit"
          aria-label={t('words.archiveOne', { name: `\u2068${name}\u2069` })}
          onClick={() => void archiving.run({ name: one.name, archived: true })}
        >
          {t('words.archive')}
        </Button>
      </div>
    </li>
  );
}

interface Archiving {
  readonly name: string;
  readonly archived: boolean;
}

function useArchiving() {
  const { t } = useTranslation();
  const send = ({ name, archived }: Archiving, headers: Readonly<Record<string, string>>) =>
    answerOf(
      api.POST('/v1/custom-facts/{name}/archive', {
        params: { path: { name } },
        body: { archived },
        headers,
      }),
    );
  return useDeed({
    send,
    refresh: WORDS_CHANGED,
    said: ({ archived }) => t(archived ? 'words.archivedSaid' : 'words.restoredSaid'),
    undo: (_, input: Archiving, headers) => send({ ...input, archived: !input.archived }, headers),
  });
}
