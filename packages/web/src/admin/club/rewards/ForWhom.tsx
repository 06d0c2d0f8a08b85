import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/queries.ts';
import { CriteriaBuilder, emptyCriteria } from '../../criteria/CriteriaBuilder.tsx';
import type { Fault } from '../../criteria/faults.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { FormPart } from './PriceFields.tsx';
import { useRewardWords } from './useRewardWords.ts';

interface Level {
  readonly key: string;
  readonly name: { readonly fa: string; readonly en: string };
}

/** Who may have it: everybody, or only those of whom all that is said here holds. */
export function ForWhom(
  props: FormPart & { readonly levels: readonly Level[]; readonly whoFaults: readonly Fault[] },
) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useRewardWords();
  const vocabulary = useQuery(vocabularyQuery(asking)).data?.vocabulary;
  const { form, levels, onChange } = props;
  const { who, places } = form;
  return (
    <>
      <FormControlLabel
        label={t('clubCodes.rewards.onlySome')}
        control={
          <Checkbox
            checked={who !== null}
            onChange={(event) => onChange({ who: event.target.checked ? emptyCriteria() : null })}
          />
        }
      />
      {who === null || vocabulary === undefined ? null : (
        <CriteriaBuilder
          value={who}
          label={t('clubCodes.rewards.for')}
          empty={t('clubCodes.rewards.whoEmpty')}
          vocabulary={vocabulary}
          faults={props.whoFaults}
          onChange={(changed) => onChange({ who: changed })}
        />
      )}
      {levels.length === 0 ? null : (
        <fieldset className={spend.fieldset}>
          <legend>{t('clubCodes.rewards.levels')}</legend>
          <div className={spend.tools}>
            {levels.map(({ key, name }) => (
              <FormControlLabel
                key={key}
                label={<bdi>{speech.words(name)}</bdi>}
                control={
                  <Checkbox
                    checked={form.levels.includes(key)}
                    onChange={(event) =>
                      onChange({
                        levels: event.target.checked
                          ? [...form.levels, key]
                          : form.levels.filter((one) => one !== key),
                      })
                    }
                  />
                }
              />
            ))}
          </div>
          <p className={spend.plain}>{t('clubCodes.rewards.levelsHelp')}</p>
        </fieldset>
      )}
      {places === null ? null : (
        <p className={spend.plain}>
          {words.forWhom({ for: { places } }).join(' ')}{' '}
          <Button size="small" onClick={() => onChange({ places: null })}>
            {t('clubCodes.rewards.dropPlaces')}
          </Button>
        </p>
      )}
    </>
  );
}
