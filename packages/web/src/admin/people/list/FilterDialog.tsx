import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import type { Criteria } from '@nardeban/core/criteria';
import type { TraitDeclaration } from '@nardeban/core/facts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../../api/answers.ts';
import {
  type CriteriaSent,
  type PeopleFilter,
  type Segment,
  wordsInUseQuery,
} from '../../../api/people-list-queries.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { CriteriaBuilder, emptyCriteria } from '../../criteria/CriteriaBuilder.tsx';
import { faultsOf } from '../../criteria/faults.ts';
import { asksNothing } from '../../criteria/shape.ts';
import { useSetting } from '../../setting.ts';
import { useVocabulary } from '../telling.ts';
import { useTraitWords } from '../traits.ts';
import styles from './List.module.css';
import { tidy } from './state.ts';

/** Everything a list can be filtered by, in one place; nothing is asked before it is said. */
export function FilterDialog(props: {
  readonly filter: PeopleFilter;
  readonly ladders: readonly LadderListed[];
  readonly segments: readonly Segment[];
  readonly onFilter: (filter: PeopleFilter) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const vocabulary = useVocabulary();
  const traits = useTraitWords();
  const title = useId();
  const [filter, setFilter] = useState<PeopleFilter>(props.filter);
  const [criteria, setCriteria] = useState<Criteria>(
    (props.filter.criteria as Criteria | undefined) ?? emptyCriteria(),
  );
  const words = useQuery(wordsInUseQuery(asking)).data;
  const asked = !asksNothing(criteria);
  const faulty = asked && faultsOf(criteria, vocabulary, speech.language).length > 0;
  const placesOn = (ladder: string) => filter.places?.find((one) => one.ladder === ladder)?.places ?? [];
  const cities = filter.traits ?? [];

  const apply = () => {
    const { criteria: _before, ...rest } = filter;
    props.onFilter(tidy(asked ? { ...rest, criteria: criteria as CriteriaSent } : rest));
    props.onClose();
  };
  const day = (end: 'from' | 'to') => dayOfAddress(filter.known?.[end]);

  return (
    <Dialog open onClose={props.onClose} aria-labelledby={title} fullWidth maxWidth="md">
      <DialogTitle id={title}>{t('peopleList.filter.title')}</DialogTitle>
      <DialogContent>
        <div className={styles.form}>
          {props.segments.length === 0 ? null : (
            <Autocomplete
              multiple
              size="small"
              options={props.segments.map(({ id }) => id)}
              value={filter.segments ?? []}
              getOptionLabel={(id) => props.segments.find((one) => one.id === id)?.name ?? String(id)}
              onChange={(_, segments) => setFilter({ ...filter, segments })}
              renderInput={(field) => <TextField {...field} label={t('peopleList.filter.segments')} />}
            />
          )}
          {props.ladders.map((ladder) => (
            <Autocomplete
              key={ladder.key}
              multiple
              size="small"
              options={ladder.places.map(({ key }) => key)}
              value={placesOn(ladder.key)}
              getOptionLabel={(key) => {
                const place = ladder.places.find((one) => one.key === key);
                return place === undefined ? key : speech.words(place.name);
              }}
              onChange={(_, chosen) => {
                const others = (filter.places ?? []).filter((one) => one.ladder !== ladder.key);
                setFilter({
                  ...filter,
                  places: chosen.length === 0 ? others : [...others, { ladder: ladder.key, places: chosen }],
                });
              }}
              renderInput={(field) => <TextField {...field} label={speech.words(ladder.name)} />}
            />
          ))}
          <Autocomplete
            multiple
            freeSolo
            size="small"
            options={words?.tags ?? []}
            value={filter.tags ?? []}
            onChange={(_, tags) => setFilter({ ...filter, tags })}
            renderInput={(field) => <TextField {...field} label={t('peopleList.filter.tags')} />}
          />
          <Autocomplete
            multiple
            freeSolo
            size="small"
            options={words?.tags ?? []}
            value={filter.withoutTags ?? []}
            onChange={(_, withoutTags) => setFilter({ ...filter, withoutTags })}
            renderInput={(field) => <TextField {...field} label={t('peopleList.filter.withoutTags')} />}
          />
          {offered(words?.traits ?? [], traits.declared)
            .filter(({ name, values }) => values.length > 0 || cities.some((one) => one.trait === name))
            .slice(0, 8)
            .map(({ name, values }) => (
              <Autocomplete
                key={name}
                multiple
                freeSolo
                size="small"
                options={values}
                value={(cities.find((one) => one.trait === name)?.oneOf ?? []).map(String)}
                onChange={(_, oneOf) => {
                  const others = cities.filter((one) => one.trait !== name);
                  setFilter({
                    ...filter,
                    traits: oneOf.length === 0 ? others : [...others, { trait: name, oneOf }],
                  });
                }}
                renderInput={(field) => <TextField {...field} label={traits.nameOf(name)} />}
              />
            ))}
          <div className={styles.tools}>
            {(['from', 'to'] as const).map((end) => (
              <span key={end} className={styles.tools}>
                <DayField
                  label={t(`peopleList.filter.known.${end}`)}
                  day={day(end) ?? today}
                  last={today}
                  speech={speech}
                  onChange={(chosen) => {
                    const { [end]: _before, ...rest } = filter.known ?? {};
                    setFilter({
                      ...filter,
                      known: chosen === null ? rest : { ...rest, [end]: isoDay(chosen) },
                    });
                  }}
                />
                {day(end) === null ? <span className="soft">{t('peopleList.filter.anyDay')}</span> : null}
              </span>
            ))}
            {filter.known === undefined ? null : (
              <Button
                size="small"
                onClick={() => {
                  const { known: _known, ...rest } = filter;
                  setFilter(rest);
                }}
              >
                {t('peopleList.filter.noDays')}
              </Button>
            )}
          </div>
          <CriteriaBuilder
            value={criteria}
            onChange={setCriteria}
            vocabulary={vocabulary}
            label={t('peopleList.filter.criteria')}
            empty={t('peopleList.filter.noCriteria')}
          />
        </div>
      </DialogContent>
      <DialogActions>
        <Button
          color="inherit"
          onClick={() => {
            setFilter({});
            setCriteria(emptyCriteria());
          }}
        >
          {t('peopleList.filter.clear')}
        </Button>
        <Button onClick={props.onClose} color="inherit">
          {t('confirm.cancel')}
        </Button>
        <Button variant="contained" onClick={apply} disabled={faulty}>
          {t('peopleList.filter.apply')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface Offered {
  readonly name: string;
  readonly values: readonly string[];
}

/** Traits to choose people by: those with declared choices first, with their choices, then those that have few values. */
function offered(
  inUse: readonly Offered[],
  declared: Readonly<Record<string, TraitDeclaration>>,
): readonly Offered[] {
  const chosen = Object.entries(declared).flatMap(([name, { choices, archived }]) =>
    choices === undefined || archived ? [] : [{ name, values: choices }],
  );
  return [...chosen, ...inUse.filter(({ name }) => !chosen.some((one) => one.name === name))];
}
