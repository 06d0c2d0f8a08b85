import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { Condition } from '@nardeban/core/criteria';
import { TRAIT_NAMES } from '@nardeban/core/criteria';
import type { TraitDeclaration, Vocabulary } from '@nardeban/core/facts';
import { useTranslation } from 'react-i18next';
import { presentTraits, useTraitWords } from '../people/traits.ts';
import { useSetting } from '../setting.ts';
import { Compare } from './Compare.tsx';
import styles from './Criteria.module.css';
import { type Fault, sentenceAt, under } from './faults.ts';
import {
  apart,
  choicesOf,
  comparisonFor,
  fieldsOf,
  kindOf,
  mayBeKept,
  mayBeOpen,
  MEASURES,
  type Selecting,
  typesIn,
  waysFor,
  withComparison,
  withMeasure,
  withTests,
  withTypes,
} from './shape.ts';
import { Joint } from './Joint.tsx';
import { SuggestedText } from './Suggested.tsx';
import { Tests } from './Tests.tsx';
import { Types } from './Types.tsx';
import { WindowWords } from './WindowWords.tsx';
import { Word } from './Word.tsx';

/** One condition, as a sentence whose words can be changed. */
export function ConditionForm(props: {
  readonly condition: Condition;
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
  readonly measureId: string;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation();
  const { condition, vocabulary, onChange } = props;
  return (
    <div className={styles.line}>
      <Word
        id={props.measureId}
        label={t('criteria.measure')}
        value={condition.measure}
        choices={MEASURES.map((one) => ({ value: one, text: t(`criteria.measures.${one}`) }))}
        fault={sentenceAt(props.faults, 'measure')}
        onChange={(measure) => onChange(withMeasure(condition, measure, vocabulary))}
      />
      <Rest {...props} />
    </div>
  );
}

function Rest(props: {
  readonly condition: Condition;
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useTraitWords();
  const nameOf = (trait: string) =>
    Object.hasOwn(words.declared, trait)
      ? words.nameOf(trait)
      : (TRAIT_NAMES[trait]?.[speech.language] ?? trait);
  const { condition, faults, onChange } = props;
  if (condition.measure === 'tag') {
    return (
      <SuggestedText
        label={t('criteria.tag')}
        value={condition.tag}
        about={{ about: 'tags' }}
        fault={sentenceAt(faults, 'tag')}
        onChange={(tag) => onChange({ ...condition, tag: String(tag) })}
      />
    );
  }
  if (condition.measure === 'trait') {
    const { declared } = words;
    const own = Object.hasOwn(declared, condition.trait) ? declared[condition.trait] : undefined;
    const kind = own === undefined || own.archived ? 'any' : own.kind;
    return (
      <>
        <SuggestedText
          label={t('criteria.trait')}
          value={condition.trait}
          about={{ about: 'traits' }}
          first={presentTraits(words, speech.language)}
          nameOf={nameOf}
          fault={sentenceAt(faults, 'trait')}
          onChange={(typed) => onChange(withTrait(condition, traitOf(String(typed), declared), declared))}
        />
        <Compare
          comparison={condition}
          kind={kind}
          ways={waysFor(kind, 'choice')}
          about={{ about: 'trait', trait: condition.trait }}
          choices={own?.archived ? undefined : own?.choices}
          faults={faults}
          onChange={(comparison) => onChange(withComparison(condition, comparison))}
        />
        <Joint>{t('criteria.end')}</Joint>
      </>
    );
  }
  return <OfFacts {...props} condition={condition} />;
}

function OfFacts(props: {
  readonly condition: Selecting;
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { condition, vocabulary, faults, onChange } = props;
  const types = typesIn(condition);
  const tests = apart(condition.where ?? []);
  const kind = 'field' in condition ? kindOf(types, condition.field, vocabulary) : undefined;
  const measured = condition.measure === 'distinct' || !('field' in condition) ? 'range' : kind;
  const ways = condition.measure === 'latest' ? waysFor(kind, 'choice') : waysFor(kind, 'range');
  const fields = fieldsOf(types, vocabulary)
    .filter(([, one]) => isMeasurable(condition.measure, one.kind))
    .map(([name, one]) => ({ value: name, text: one[speech.language] }));
  const mayBeTested = fieldsOf(types, vocabulary).length > 0;
  return (
    <>
      {'field' in condition ? (
        <>
          <Word
            label={t('criteria.field')}
            value={condition.field}
            choices={fields}
            fault={sentenceAt(faults, 'field')}
            onChange={(field) => onChange(withField(condition, field, vocabulary))}
          />
          <Joint>{t('criteria.of')}</Joint>
        </>
      ) : null}
      <Types
        types={types}
        vocabulary={vocabulary}
        fault={sentenceAt(faults, 'of') ?? under(faults, 'of')[0]?.sentence}
        onChange={(chosen) => onChange(withTypes(condition, chosen))}
      />
      {takesWindow(condition) ? (
        <WindowWords
          label={t('criteria.window')}
          window={condition.within}
          always={t('criteria.always')}
          before={t('criteria.within')}
          after={t('criteria.past')}
          fault={sentenceAt(faults, 'within') ?? under(faults, 'within')[0]?.sentence}
          onChange={(within) => {
            const { within: _within, ...rest } = condition;
            onChange(within === undefined ? rest : { ...rest, within });
          }}
        />
      ) : null}
      <Joint>{t('criteria.is')}</Joint>
      <Compare
        comparison={condition}
        kind={measured === 'range' ? 'number' : measured}
        ways={ways}
        about={'field' in condition ? { about: 'field', types, field: condition.field } : null}
        choices={condition.measure === 'latest' ? choicesOf(types, condition.field, vocabulary) : undefined}
        after={isDays(condition) ? t('criteria.daysAfter') : undefined}
        faults={faults}
        onChange={(comparison) => onChange(withComparison(condition, comparison))}
      />
      <Joint>{t('criteria.end')}</Joint>
      {tests.length === 0 ? null : (
        <Tests
          tests={tests}
          types={types}
          vocabulary={vocabulary}
          faults={faults}
          onChange={(changed) => onChange(withTests(condition, changed))}
        />
      )}
      <span className={styles.extras}>
        {mayBeTested ? (
          <button
            type="button"
            className={styles.add}
            onClick={() => {
              const [first] = fieldsOf(types, vocabulary);
              if (first === undefined) return;
              const test = { field: first[0], ...comparisonFor(first[1].kind) };
              onChange(withTests(condition, [...tests, test]));
            }}
          >
            {t('criteria.addTest')}
          </button>
        ) : null}
        {mayBeKept(condition) ? (
          <FormControlLabel
            className={styles.kept ?? ''}
            control={
              <Checkbox
                size="small"
                checked={condition.kept === true}
                onChange={(_, on) => {
                  const { kept: _kept, ...rest } = condition;
                  onChange(on ? { ...rest, kept: true } : rest);
                }}
              />
            }
            label={t('criteria.kept')}
          />
        ) : null}
        {mayBeOpen(condition, vocabulary) ? (
          <FormControlLabel
            className={styles.kept ?? ''}
            control={
              <Checkbox
                size="small"
                checked={condition.open === true}
                onChange={(_, on) => {
                  const { open: _open, ...rest } = condition;
                  onChange(on ? { ...rest, open: true } : rest);
                }}
              />
            }
            label={t('criteria.open')}
          />
        ) : null}
      </span>
    </>
  );
}

function takesWindow(
  condition: Selecting,
): condition is Extract<Selecting, { measure: 'count' | 'sum' | 'average' | 'max' | 'min' | 'distinct' }> {
  return condition.measure !== 'latest' && !isDays(condition);
}

function isDays(condition: Selecting): boolean {
  return condition.measure === 'daysSinceFirst' || condition.measure === 'daysSinceLast';
}

function isMeasurable(measure: Selecting['measure'], kind: string): boolean {
  return measure === 'distinct' || measure === 'latest' || kind === 'money' || kind === 'number';
}

/** Another field; its comparison is kept where both hold the same kind of value. */
function withField(
  condition: Extract<Selecting, { field: string }>,
  field: string,
  vocabulary: Vocabulary,
): Condition {
  const types = typesIn(condition);
  const kind = kindOf(types, field, vocabulary);
  const same = kind === kindOf(types, condition.field, vocabulary) || condition.measure === 'distinct';
  const changed = withTypes({ ...condition, field }, types);
  if (same) return changed;
  return withComparison(changed, condition.measure === 'latest' ? comparisonFor(kind) : {});
}

/** Another trait; what was asked of it is kept where both hold the same kind of value. */
function withTrait(
  condition: Extract<Condition, { measure: 'trait' }>,
  trait: string,
  declared: Readonly<Record<string, TraitDeclaration>>,
): Condition {
  const sortOf = (name: string) => {
    const own = Object.hasOwn(declared, name) ? declared[name] : undefined;
    return own === undefined || own.archived ? 'any' : `${own.kind} ${own.choices?.join('\n') ?? ''}`;
  };
  const changed = { ...condition, trait };
  if (sortOf(trait) === sortOf(condition.trait)) return changed;
  return withComparison(changed, comparisonFor(sortOf(trait) === 'any' ? 'any' : declared[trait]?.kind));
}

/** A trait may be typed by its name in either language: one every business has, or one it declared. */
function traitOf(typed: string, declared: Readonly<Record<string, TraitDeclaration>>): string {
  const text = typed.trim();
  const own = Object.entries(declared).find(([, { fa, en }]) => fa === text || en === text);
  if (own !== undefined) return own[0];
  const known = Object.entries(TRAIT_NAMES).find(([, names]) => names.fa === text || names.en === text);
  return known?.[0] ?? typed;
}
