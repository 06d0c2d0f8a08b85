import { useTranslation } from 'react-i18next';
import { sayCriteria } from '../../../language/saying.ts';
import type { LadderListed } from '../../../api/answers.ts';
import type { PeopleFilter, Segment } from '../../../api/people-list-queries.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { RemovableChip } from '../../../ui/RemovableChip.tsx';
import { useSetting } from '../../setting.ts';
import { useTelling } from '../telling.ts';
import { useTraitWords } from '../traits.ts';
import styles from './List.module.css';
import { tidy } from './state.ts';

/** What the list is filtered by, each with a way to take it off. */
export function FilterChips(props: {
  readonly filter: PeopleFilter;
  readonly ladders: readonly LadderListed[];
  readonly segments: readonly Segment[];
  readonly onFilter: (filter: PeopleFilter) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const traits = useTraitWords();
  const { filter, ladders, segments } = props;
  const chips: { readonly key: string; readonly text: string; readonly without: PeopleFilter }[] = [];
  for (const id of filter.segments ?? []) {
    const name = segments.find((one) => one.id === id)?.name ?? String(id);
    chips.push({
      key: `segment ${id}`,
      text: t('peopleList.chip.segment', { name }),
      without: { ...filter, segments: (filter.segments ?? []).filter((one) => one !== id) },
    });
  }
  for (const { ladder, places } of filter.places ?? []) {
    const listed = ladders.find(({ key }) => key === ladder);
    const names = places.map((place) => {
      const found = listed?.places.find(({ key }) => key === place);
      return found === undefined ? place : speech.words(found.name);
    });
    chips.push({
      key: `place ${ladder}`,
      text: `${listed === undefined ? ladder : speech.words(listed.name)}: ${names.join('، ')}`,
      without: { ...filter, places: (filter.places ?? []).filter((one) => one.ladder !== ladder) },
    });
  }
  for (const tag of filter.tags ?? [])
    chips.push({
      key: `tag ${tag}`,
      text: t('peopleList.chip.tag', { tag }),
      without: { ...filter, tags: (filter.tags ?? []).filter((one) => one !== tag) },
    });
  for (const tag of filter.withoutTags ?? [])
    chips.push({
      key: `without ${tag}`,
      text: t('peopleList.chip.withoutTag', { tag }),
      without: { ...filter, withoutTags: (filter.withoutTags ?? []).filter((one) => one !== tag) },
    });
  for (const { trait, oneOf } of filter.traits ?? [])
    chips.push({
      key: `trait ${trait}`,
      text: `${traits.nameOf(trait)}: ${oneOf.map((one) => traits.say(trait, one)).join(t('listSeparator'))}`,
      without: { ...filter, traits: (filter.traits ?? []).filter((one) => one.trait !== trait) },
    });
  if (filter.known !== undefined) {
    const { known, ...without } = filter;
    const day = (address: string | undefined) => {
      const read = dayOfAddress(address);
      return read === null ? '…' : speech.day(read, 'short');
    };
    chips.push({
      key: 'known',
      text: t('peopleList.chip.known', { from: day(known.from), to: day(known.to) }),
      without,
    });
  }
  if (filter.criteria !== undefined) {
    const { criteria, ...without } = filter;
    chips.push({ key: 'criteria', text: sayCriteria(criteria, telling), without });
  }
  if (chips.length === 0) return null;
  return (
    <ul
      className={styles.chips}
      aria-label={t('peopleList.filter.present')}
      style={{ listStyle: 'none', padding: 0 }}
    >
      {chips.map(({ key, text, without }) => (
        <li key={key} style={{ maxInlineSize: '100%' }}>
          <RemovableChip
            text={text}
            name={t('peopleList.chip.remove', { text })}
            onRemove={() => props.onFilter(tidy(without))}
          />
        </li>
      ))}
    </ul>
  );
}
