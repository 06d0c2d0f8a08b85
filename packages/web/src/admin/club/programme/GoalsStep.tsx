import Button from '@mui/material/Button';
import type { Programme } from '@nardeban/core/programme';
import { isoDay } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { Choice, MaybeDay, MaybeNumber, type NumberKind, NumberField } from './fields.tsx';
import { Item } from './Item.tsx';
import { NEW_NAMES } from '@nardeban/core/programme';
import styles from './Programme.module.css';
import { freeKey, type Goal, some, withAt, withPart } from './shape.ts';
import type { StepProps } from './steps.ts';

const MEASURES = [
  'members',
  'active-members',
  'repeat-share',
  'orders-per-member',
  'revenue-per-member',
  'average-order',
  'cost-share',
  'redeemed-share',
] as const satisfies readonly Goal['measure'][];

const KIND: { readonly [Measure in Goal['measure']]: NumberKind } = {
  members: 'whole',
  'active-members': 'whole',
  'repeat-share': 'percent',
  'orders-per-member': 'times',
  'revenue-per-member': 'money',
  'average-order': 'money',
  'cost-share': 'percent',
  'redeemed-share': 'percent',
};
const FIRST: { readonly [Kind in NumberKind]: number } = {
  whole: 1000,
  percent: 3000,
  times: 400,
  money: 5_000_000,
};
const A_YEAR = 365;

/** What the club is for, as numbers to be reached by a day. */
export function GoalsStep({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const [open, setOpen] = useState<string | null>(null);
  const goals = programme.goals ?? [];
  const change = (list: readonly Goal[]) =>
    onChange(withPart<Programme, 'goals'>(programme, 'goals', some(list)));
  return (
    <>
      {goals.length === 0 ? <p className={styles.nothing}>{t('club.noGoals')}</p> : null}
      {goals.map((goal, at) => {
        const own = under(faults, `goals[${at}]`);
        const kind = KIND[goal.measure];
        const set = <Part extends keyof Goal>(part: Part, value: Goal[Part] | undefined) =>
          change(withAt(goals, at, withPart(goal, part, value)));
        return (
          <Item
            key={goal.key}
            name={speech.words(goal.name)}
            sentence={words.goal(goal)}
            faults={own}
            open={open === goal.key}
            locked={locked}
            onOpen={(isOpen) => setOpen(isOpen ? goal.key : null)}
            onRemove={() => change(withAt(goals, at, null))}
          >
            <InBothLanguages
              label={t('club.field.goalName')}
              words={goal.name}
              faults={under(own, 'name')}
              onChange={(name) => set('name', name)}
            />
            <div className={styles.line}>
              <Choice
                label={t('club.field.measure')}
                value={goal.measure}
                options={MEASURES.map((value) => ({ value, label: t(`club.measure.${value}`) }))}
                onChange={(measure) => {
                  const { from: _from, ...rest } = goal;
                  change(withAt(goals, at, { ...rest, measure, target: FIRST[KIND[measure]] }));
                }}
              />
              <NumberField
                key={`target ${kind}`}
                label={t('club.field.target')}
                kind={kind}
                least={0}
                value={goal.target}
                onChange={(target) => set('target', target)}
              />
              <MaybeNumber
                key={`from ${kind}`}
                label={t('club.field.fromNow')}
                kind={kind}
                least={0}
                value={goal.from}
                help={t('club.field.fromNowHelp')}
                onChange={(from) => set('from', from)}
              />
              <MaybeDay
                required
                label={t('club.field.by')}
                day={goal.by}
                fault={own.find(({ field }) => field === 'by')?.sentence}
                onChange={(by) => by !== undefined && set('by', by)}
              />
            </div>
          </Item>
        );
      })}
      {locked || goals.length >= 50 ? null : (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freeKey('goal', goals);
              change([
                ...goals,
                {
                  key,
                  name: NEW_NAMES.goal,
                  measure: 'repeat-share',
                  target: 3000,
                  by: isoDay(today + A_YEAR),
                },
              ]);
              setOpen(key);
            }}
          >
            {t('club.addGoal')}
          </Button>
        </div>
      )}
    </>
  );
}
