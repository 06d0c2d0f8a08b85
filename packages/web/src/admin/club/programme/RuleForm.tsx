import Button from '@mui/material/Button';
import type { EarningRule, Programme } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { CriteriaBuilder } from '../../criteria/CriteriaBuilder.tsx';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { asksNothing, emptyCriteria } from '../../criteria/shape.ts';
import { useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { BudgetFields, CapsFields } from './BoundsFields.tsx';
import { ExpiryFields } from './ExpiryFields.tsx';
import { Choice, Choices, MaybeNumber, NumberField } from './fields.tsx';
import { GivesFields } from './GivesFields.tsx';
import { LadderChoice, type LadderNamed } from './LadderChoice.tsx';
import { More } from './Item.tsx';
import { OccasionFields, Tick } from './OccasionFields.tsx';
import styles from './Programme.module.css';
import { type Multipliers, onOccasion, some, withAt, withPart } from './shape.ts';
import { WhereFields } from './WhereFields.tsx';

const COUNTS = ['tax', 'shipping', 'giftCardPurchase', 'paidByWallets', 'paidByGiftCards'] as const;

/** One way to earn, part by part; whatever most shops never say is folded away. */
export function RuleForm(props: {
  readonly rule: EarningRule;
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly onChange: (rule: EarningRule) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const vocabulary = useVocabulary();
  const ladders = (useQuery(laddersQuery(asking)).data ?? []).filter(({ kind }) => kind === 'ladder');
  const { rule, programme, faults, onChange } = props;
  const wallet = programme.wallets.find(({ key }) => key === rule.wallet);
  const isMoney = wallet?.unit === 'money';
  const ofOrders = rule.on.kind === 'order' || rule.on.kind === 'first-order';
  const levels = programme.levels?.levels ?? [];
  const set = <Part extends keyof EarningRule>(part: Part, value: EarningRule[Part] | undefined) =>
    onChange(withPart(rule, part, value));
  const [ladderKey, setLadderKey] = useState(rule.rungs?.ladder);
  const ladder = ladders.find(({ key }) => key === ladderKey) ?? ladders[0];
  return (
    <>
      <InBothLanguages
        label={t('club.field.ruleName')}
        words={rule.name}
        faults={under(faults, 'name')}
        onChange={(name) => set('name', name)}
      />
      <div className={styles.line}>
        <Choice
          label={t('club.field.wallet')}
          value={rule.wallet}
          options={programme.wallets.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
          fault={sentenceAt(faults, 'wallet')}
          onChange={(key) => set('wallet', key)}
        />
      </div>
      <OccasionFields
        on={rule.on}
        programme={programme}
        faults={under(faults, 'on')}
        onChange={(on) => onChange(onOccasion(rule, on))}
      />
      <GivesFields
        rule={rule}
        programme={programme}
        faults={under(faults, 'gives')}
        onChange={(gives) => set('gives', gives)}
      />
      <More title={t('club.part.where')} begun={rule.where !== undefined}>
        <WhereFields
          where={rule.where}
          ofOrders={ofOrders}
          faults={under(faults, 'where')}
          onChange={(where) => set('where', where)}
        />
        {ofOrders ? (
          <Choices
            label={t('club.field.counts')}
            values={COUNTS.filter((part) => rule.counts?.[part] === true)}
            options={COUNTS.map((value) => ({ value, label: t(`club.counts.${value}`) }))}
            help={t('club.field.countsHelp')}
            onChange={(parts) =>
              set(
                'counts',
                parts.length === 0 ? undefined : Object.fromEntries(parts.map((part) => [part, true])),
              )
            }
          />
        ) : null}
      </More>
      <More
        title={t('club.part.who')}
        begun={rule.who !== undefined || rule.rungs !== undefined || rule.levels !== undefined}
      >
        <CriteriaBuilder
          value={rule.who ?? emptyCriteria()}
          vocabulary={vocabulary}
          faults={under(faults, 'who')}
          label={t('club.part.who')}
          empty={t('club.everybody')}
          onChange={(who) => set('who', asksNothing(who) ? undefined : who)}
        />
        <LadderChoice
          ladders={ladders}
          value={ladder?.key}
          onChange={(key) => {
            setLadderKey(key);
            set('rungs', undefined);
          }}
        />
        {ladder === undefined ? null : (
          <Choices
            label={t('club.field.onlyRungs')}
            values={rule.rungs?.rungs ?? []}
            options={ladder.places.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
            fault={sentenceAt(faults, 'rungs')}
            onChange={(rungs) => set('rungs', rungs.length === 0 ? undefined : { ladder: ladder.key, rungs })}
          />
        )}
        {levels.length === 0 ? null : (
          <Choices
            label={t('club.field.onlyLevels')}
            values={rule.levels ?? []}
            options={levels.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
            fault={sentenceAt(faults, 'levels')}
            onChange={(chosen) => set('levels', some(chosen))}
          />
        )}
      </More>
      <More title={t('club.part.times')} begun={rule.multipliers !== undefined}>
        <MultipliersFields
          multipliers={rule.multipliers}
          ladders={ladders}
          levels={levels}
          faults={under(faults, 'multipliers')}
          onChange={(multipliers) => set('multipliers', multipliers)}
        />
      </More>
      <More title={t('club.part.caps')} begun={rule.caps !== undefined || rule.budget !== undefined}>
        <CapsFields
          caps={rule.caps ?? []}
          isMoney={isMoney}
          faults={under(faults, 'caps')}
          onChange={(caps) => set('caps', caps)}
        />
        <BudgetFields
          budget={rule.budget}
          faults={under(faults, 'budget')}
          onChange={(budget) => set('budget', budget)}
        />
        <Tick
          label={t('club.field.once')}
          checked={rule.once === true}
          onChange={(once) => set('once', once ? true : undefined)}
        />
      </More>
      <More title={t('club.part.days')} begun={rule.vesting !== undefined || rule.expiry !== undefined}>
        <div className={styles.line}>
          <MaybeNumber
            label={t('club.field.vesting')}
            kind="whole"
            least={0}
            most={730}
            value={rule.vesting}
            help={t('club.field.asWallet')}
            fault={sentenceAt(faults, 'vesting')}
            onChange={(days) => set('vesting', days)}
          />
          <ExpiryFields
            ofWallet
            expiry={rule.expiry}
            faults={under(faults, 'expiry')}
            onChange={(expiry) => set('expiry', expiry)}
          />
        </div>
        {(programme.campaigns ?? []).length === 0 ? null : (
          <Choice
            label={t('club.field.campaign')}
            value={rule.campaign ?? ''}
            options={[
              { value: '', label: t('club.field.noCampaign') },
              ...(programme.campaigns ?? []).map(({ key, name }) => ({
                value: key,
                label: speech.words(name),
              })),
            ]}
            fault={sentenceAt(faults, 'campaign')}
            onChange={(key) => set('campaign', key === '' ? undefined : key)}
          />
        )}
      </More>
    </>
  );
}

interface Named {
  readonly key: string;
  readonly name: EarningRule['name'];
}

/** What is earned counts so many times on these rungs and levels. */
function MultipliersFields(props: {
  readonly multipliers: Multipliers | undefined;
  readonly ladders: readonly LadderNamed[];
  readonly levels: readonly Named[];
  readonly faults: readonly Fault[];
  readonly onChange: (multipliers: Multipliers | undefined) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { multipliers, ladders, levels } = props;
  const [ladder] = ladders;
  const topOf = (key: string) => ladders.find((one) => one.key === key)?.places.at(-1)?.key ?? 'rung';
  const rungs = multipliers?.rungs ?? [];
  const ofLevels = multipliers?.levels ?? [];
  const change = (changed: Multipliers) =>
    props.onChange(changed.rungs === undefined && changed.levels === undefined ? undefined : changed);
  const setRungs = (list: typeof rungs) => change(withPart(multipliers ?? {}, 'rungs', some(list)));
  const setLevels = (list: typeof ofLevels) => change(withPart(multipliers ?? {}, 'levels', some(list)));
  const lines = [
    ...rungs.map((one, at) => ({
      id: `rung ${at}`,
      label: t('club.field.rung'),
      value: one.rung,
      options: ladders.find(({ key }) => key === one.ladder)?.places ?? [],
      ladder: {
        key: one.ladder,
        choose: (key: string) =>
          setRungs(withAt(rungs, at, { ladder: key, rung: topOf(key), times: one.times })),
      },
      times: one.times,
      fault: sentenceAt(props.faults, `rungs[${at}]`),
      choose: (rung: string) => setRungs(withAt(rungs, at, { ...one, rung })),
      say: (times: number) => setRungs(withAt(rungs, at, { ...one, times })),
      remove: () => setRungs(withAt(rungs, at, null)),
    })),
    ...ofLevels.map((one, at) => ({
      id: `level ${at}`,
      label: t('club.field.level'),
      value: one.level,
      options: levels,
      ladder: null,
      times: one.times,
      fault: sentenceAt(props.faults, `levels[${at}].level`),
      choose: (level: string) => setLevels(withAt(ofLevels, at, { ...one, level })),
      say: (times: number) => setLevels(withAt(ofLevels, at, { ...one, times })),
      remove: () => setLevels(withAt(ofLevels, at, null)),
    })),
  ];
  return (
    <>
      {lines.map((line) => (
        <div key={line.id} className={styles.line}>
          {line.ladder === null ? null : (
            <LadderChoice ladders={ladders} value={line.ladder.key} onChange={line.ladder.choose} />
          )}
          <Choice
            label={line.label}
            value={line.value}
            options={line.options.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
            fault={line.fault}
            onChange={line.choose}
          />
          <NumberField
            label={t('club.field.times')}
            kind="times"
            least={0}
            most={10_000}
            value={line.times}
            onChange={line.say}
          />
          <Button size="small" color="inherit" onClick={line.remove}>
            {t('club.remove')}
          </Button>
        </div>
      ))}
      <div className={styles.line}>
        {ladder === undefined ? null : (
          <Button
            size="small"
            onClick={() => setRungs([...rungs, { ladder: ladder.key, rung: topOf(ladder.key), times: 150 }])}
          >
            {t('club.addRungTimes')}
          </Button>
        )}
        {levels.length === 0 ? null : (
          <Button
            size="small"
            onClick={() => setLevels([...ofLevels, { level: levels.at(-1)?.key ?? 'level', times: 150 }])}
          >
            {t('club.addLevelTimes')}
          </Button>
        )}
      </div>
    </>
  );
}
