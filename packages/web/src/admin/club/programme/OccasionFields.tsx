import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { FieldTest } from '@nardeban/core/criteria';
import type { Vocabulary } from '@nardeban/core/facts';
import type { Programme } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { apart, comparisonFor, fieldsOf } from '../../criteria/shape.ts';
import { Tests } from '../../criteria/Tests.tsx';
import { useVocabulary } from '../../people/telling.ts';
import { useTraitWords } from '../../people/traits.ts';
import { useSetting } from '../../setting.ts';
import { Choice, Choices, NamesField } from './fields.tsx';
import { Faults } from './Item.tsx';
import styles from './Programme.module.css';
import { type Occasion, some, withPart } from './shape.ts';

const KINDS = ['order', 'first-order', 'anniversary', 'profile', 'fact', 'rung', 'level'] as const;
/** Traits that hold a date, which every business may know. */
const DATES = ['birthday', 'wedding'] as const;
const MOST_TESTS = 10;
/** Orders have occasions of their own, and what the club itself tells would feed itself. */
const NOT_ASKED = /^(?:order|product|points|reward|voucher|giftcard|offer|level)\./;

/** What has to happen for a rule to give. */
export function OccasionFields(props: {
  readonly on: Occasion;
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly onChange: (on: Occasion) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const vocabulary = useVocabulary();
  const traits = useTraitWords();
  const ladders = (useQuery(laddersQuery(asking)).data ?? []).filter(({ kind }) => kind === 'ladder');
  const { on, programme, faults, onChange } = props;
  const levels = programme.levels?.levels ?? [];
  const [firstLadder] = ladders;
  const begin = (kind: Occasion['kind']): Occasion => {
    switch (kind) {
      case 'anniversary':
        return { kind, trait: 'birthday' };
      case 'profile':
        return { kind, traits: ['birthday', 'city'] };
      case 'fact':
        return { kind, type: 'review.left' in vocabulary ? 'review.left' : 'survey.answered' };
      case 'rung':
        return {
          kind,
          ladder: firstLadder?.key ?? 'loyalty',
          rungs: [firstLadder?.places.at(-1)?.key ?? 'rung'],
        };
      case 'level':
        return { kind, levels: [levels.at(-1)?.key ?? 'level'] };
      case 'order':
      case 'first-order':
        return { kind };
    }
  };
  const dates = new Set<string>([
    ...DATES,
    ...Object.entries(traits.declared).flatMap(([name, { kind }]) => (kind === 'day' ? [name] : [])),
  ]);
  const kinds = KINDS.filter(
    (kind) =>
      kind === on.kind ||
      ((kind !== 'rung' || ladders.length > 0) && (kind !== 'level' || levels.length > 0)),
  );
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('club.part.occasion')}</legend>
      <div className={styles.line}>
        <Choice
          label={t('club.field.occasion')}
          value={on.kind}
          options={kinds.map((value) => ({ value, label: t(`club.occasion.${value}`) }))}
          onChange={(kind) => onChange(begin(kind))}
        />
        {on.kind === 'anniversary' ? (
          <Choice
            label={t('club.field.date')}
            value={on.trait}
            options={[...dates].map((value) => ({
              value,
              label:
                value === 'wedding' && !(value in traits.declared) ? t('club.wedding') : traits.nameOf(value),
            }))}
            fault={sentenceAt(faults, 'trait')}
            onChange={(trait) => onChange({ kind: 'anniversary', trait })}
          />
        ) : null}
        {on.kind === 'profile' ? (
          <NamesField
            label={t('club.field.traits')}
            names={on.traits}
            help={t('club.field.traitsHelp')}
            fault={on.traits.length === 0 ? t('club.field.oneNeeded') : sentenceAt(faults, 'traits')}
            onChange={(names) => onChange({ kind: 'profile', traits: names })}
          />
        ) : null}
        {on.kind === 'fact' ? (
          <>
            <Choice
              label={t('club.field.fact')}
              value={on.type}
              options={Object.entries(vocabulary)
                .filter(([type, { archived }]) => archived !== true && !NOT_ASKED.test(type))
                .map(([value, known]) => ({
                  value,
                  label: speech.language === 'fa' ? known.fa : known.en.one,
                }))}
              fault={sentenceAt(faults, 'type')}
              onChange={(type) => onChange({ kind: 'fact', type })}
            />
            <Choice
              label={t('club.field.oncePer')}
              value={on.oncePer ?? ''}
              options={[
                { value: '', label: t('club.field.everyTime') },
                ...Object.entries(vocabulary[on.type]?.fields ?? {}).map(([value, field]) => ({
                  value,
                  label: t('club.field.oncePerField', { field: field[speech.language] }),
                })),
              ]}
              fault={sentenceAt(faults, 'oncePer')}
              onChange={(field) => onChange(withPart(on, 'oncePer', field === '' ? undefined : field))}
            />
          </>
        ) : null}
        {on.kind === 'rung' ? (
          <>
            <Choice
              label={t('club.field.ladder')}
              value={on.ladder}
              options={ladders.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
              fault={sentenceAt(faults, 'ladder')}
              onChange={(ladder) =>
                onChange({
                  kind: 'rung',
                  ladder,
                  rungs: [ladders.find(({ key }) => key === ladder)?.places.at(-1)?.key ?? 'rung'],
                })
              }
            />
            <Choices
              label={t('club.field.rungs')}
              values={on.rungs}
              options={(ladders.find(({ key }) => key === on.ladder)?.places ?? []).map(({ key, name }) => ({
                value: key,
                label: speech.words(name),
              }))}
              fault={on.rungs.length === 0 ? t('club.field.oneNeeded') : sentenceAt(faults, 'rungs')}
              onChange={(rungs) => onChange({ ...on, rungs })}
            />
          </>
        ) : null}
        {on.kind === 'level' ? (
          <Choices
            label={t('club.field.levels')}
            values={on.levels}
            options={levels.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
            fault={on.levels.length === 0 ? t('club.field.oneNeeded') : sentenceAt(faults, 'levels')}
            onChange={(chosen) => onChange({ kind: 'level', levels: chosen })}
          />
        ) : null}
      </div>
      {on.kind === 'fact' ? (
        <FactTests
          tests={on.where ?? []}
          type={on.type}
          vocabulary={vocabulary}
          faults={faults}
          onChange={(tests) => onChange(withPart(on, 'where', some(tests)))}
        />
      ) : null}
    </fieldset>
  );
}

/** Which of the facts count, by what their record says. */
function FactTests(props: {
  readonly tests: readonly FieldTest[];
  readonly type: string;
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
  readonly onChange: (tests: readonly FieldTest[]) => void;
}) {
  const { t } = useTranslation();
  const { type, vocabulary, faults, onChange } = props;
  // The form asks one thing a line.
  const tests = apart(props.tests);
  const [first] = fieldsOf([type], vocabulary);
  return (
    <>
      {tests.length === 0 ? null : (
        <>
          <Tests tests={tests} types={[type]} vocabulary={vocabulary} faults={faults} onChange={onChange} />
          <Faults faults={under(faults, 'where')} />
        </>
      )}
      {first === undefined || tests.length >= MOST_TESTS ? null : (
        <div>
          <Button
            size="small"
            onClick={() => onChange([...tests, { field: first[0], ...comparisonFor(first[1].kind) }])}
          >
            {t('criteria.addTest')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A box to tick, with its words. */
export function Tick(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <FormControlLabel
      control={
        <Checkbox checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      }
      label={props.label}
    />
  );
}
