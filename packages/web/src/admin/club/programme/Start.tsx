import Button from '@mui/material/Button';
import type { Programme } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../../../api/mutations.ts';
import { CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { NEW_NAMES } from '@nardeban/core/programme';
import { sourceOf } from './preset-sources.ts';
import styles from './Programme.module.css';
import { keepClubDraft, presetsQuery, readDesign } from './queries.ts';
import { newProgramme } from './shape.ts';
import { useProgrammeWords } from './useProgrammeWords.ts';

/** A thousand minor units: a hundred tomans. */
const WORTH = { points: 1, amount: 1000 };

/** Where a club begins: with what a real one does, or with nothing. `onBegun` is told when there is a draft. */
export function Start({ may, onBegun }: { readonly may: boolean; readonly onBegun: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const presets = useQuery(presetsQuery(asking));
  const begin = useDeed({
    send: async (definition: Programme, headers) => {
      const { draft } = await readDesign(asking);
      return keepClubDraft(asking, { definition, revision: draft?.revision ?? 0 }, headers);
    },
    refresh: [['club-design']],
    onDone: onBegun,
  });
  if (presets.data === undefined)
    return presets.isError ? (
      <FailureNotice error={presets.error} onRetry={() => void presets.refetch()} />
    ) : (
      <CardsSkeleton cards={6} height={230} />
    );
  return (
    <>
      <ul className={styles.presets}>
        {presets.data.map((preset) => {
          const source = sourceOf(preset.key);
          const title = speech.words(preset.title);
          return (
            <li key={preset.key} className={styles.preset}>
              <h2>{title}</h2>
              <p>{speech.words(preset.description)}</p>
              <p className="soft">{speech.words(preset.costs)}</p>
              <PresetRules programme={preset.programme} />
              <div className={styles.presetFoot}>
                {source === null ? (
                  <span />
                ) : (
                  <span className="soft">
                    {t('club.start.source')} <bdi dir="ltr">{source}</bdi>
                  </span>
                )}
                {may ? (
                  <Button
                    variant="outlined"
                    size="small"
                    aria-label={t('club.start.chooseNamed', { title })}
                    loading={begin.pending && begin.input === preset.programme}
                    disabled={begin.pending}
                    onClick={() => void begin.run(preset.programme)}
                  >
                    {t('club.start.choose')}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      {may ? (
        <p>
          <Button
            color="inherit"
            variant="outlined"
            disabled={begin.pending}
            onClick={() => void begin.run(newProgramme(NEW_NAMES.programme, NEW_NAMES.points, WORTH))}
          >
            {t('club.start.nothing')}
          </Button>
        </p>
      ) : (
        <p className="soft">{t('club.start.mayNot')}</p>
      )}
    </>
  );
}

function PresetRules({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const words = useProgrammeWords(programme);
  const lines = [
    ...programme.rules.map((rule) => words.rule(rule)),
    ...(programme.levels === undefined ? [] : [words.levels(programme.levels)]),
    ...(programme.referral === undefined ? [] : words.referral(programme.referral)),
  ];
  return (
    <details className={styles.presetRules}>
      <summary>{t('club.start.rules')}</summary>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
