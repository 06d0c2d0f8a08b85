import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { Qualification } from '@nardeban/core/sales';
import { sayCriteria } from '../../../language/saying.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CriteriaBuilder, emptyCriteria } from '../../criteria/CriteriaBuilder.tsx';
import { type Fault, under } from '../../criteria/faults.ts';
import { useTelling, useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import { freshKey, named, withAt } from './naming-rules.ts';
import type { RulePart } from './rule-part.ts';
import { RuleItem } from './RuleItem.tsx';
import { signedPoints } from './signed-points.ts';
import { WholeField } from './WholeField.tsx';

type FitRule = Qualification['fit']['rules'][number];
type HandRule = Qualification['hands'][number];

/** What makes somebody fit: points for as long as something is so. */
export function FitRules({ definition, faults, mayChange, onChange }: RulePart) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { rules } = definition.fit;
  const [added, setAdded] = useState<string | null>(null);
  const set = (changed: readonly FitRule[]) =>
    onChange({ ...definition, fit: { ...definition.fit, rules: [...changed] } });
  return (
    <section className={styles.part}>
      <h2>{t('salesLeads.define.fit')}</h2>
      <p>{t('salesLeads.define.fitText')}</p>
      <div className={styles.items}>
        {rules.map((rule, index) => (
          <Criterion
            key={rule.key}
            rule={rule}
            points={signedPoints(rule.points, speech.number)}
            faults={under(faults, `fit.rules[${index}]`)}
            mayChange={mayChange}
            isNew={rule.key === added}
            onChange={(changed) => set(withAt(rules, index, { ...changed, points: rule.points }))}
            onRemove={() => set(withAt(rules, index, null))}
          >
            <div className={styles.pair}>
              <WholeField
                label={t('salesLeads.define.points')}
                value={rule.points}
                least={-1000}
                most={1000}
                help={t('salesLeads.define.pointsHelp')}
                onChange={(points) => set(withAt(rules, index, { ...rule, points: points ?? 0 }))}
              />
            </div>
          </Criterion>
        ))}
      </div>
      {mayChange ? (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freshKey('fit', allKeys(definition));
              setAdded(key);
              set([...rules, { key, when: emptyCriteria(), points: 10 }]);
            }}
          >
            {t('salesLeads.define.addFit')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** Deeds that say more than any score: whoever does one goes to sales at once. */
export function HandRules({ definition, faults, mayChange, onChange }: RulePart) {
  const { t } = useTranslation();
  const { hands } = definition;
  const [added, setAdded] = useState<string | null>(null);
  const set = (changed: readonly HandRule[]) => onChange({ ...definition, hands: [...changed] });
  return (
    <section className={styles.part}>
      <h2>{t('salesLeads.hands')}</h2>
      <p>{t('salesLeads.define.handsText')}</p>
      <div className={styles.items}>
        {hands.map((rule, index) => (
          <Criterion
            key={rule.key}
            rule={rule}
            faults={under(faults, `hands[${index}]`)}
            mayChange={mayChange}
            isNew={rule.key === added}
            onChange={(changed) => set(withAt(hands, index, changed))}
            onRemove={() => set(withAt(hands, index, null))}
          />
        ))}
      </div>
      {mayChange ? (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freshKey('hand', allKeys(definition));
              setAdded(key);
              set([...hands, { key, when: emptyCriteria() }]);
            }}
          >
            {t('salesLeads.define.addHand')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

export function allKeys({ fit, engagement, hands }: Qualification): string[] {
  return [...fit.rules, ...engagement.rules, ...hands].map(({ key }) => key);
}

/** A rule that asks for criteria: its name and what it asks. */
function Criterion(props: {
  readonly rule: HandRule;
  readonly points?: string;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
  readonly isNew: boolean;
  readonly onChange: (rule: HandRule) => void;
  readonly onRemove: () => void;
  readonly children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const vocabulary = useVocabulary();
  const { rule, faults, onChange } = props;
  const wrong = under(faults, 'when').length > 0;
  const said = wrong ? t('salesLeads.define.unfinished') : sayCriteria(rule.when, telling);
  return (
    <RuleItem
      name={rule.name === undefined ? said : speech.words(rule.name)}
      sentence={rule.name === undefined ? '' : said}
      {...(props.points === undefined ? {} : { points: props.points })}
      faults={faults}
      mayChange={props.mayChange}
      isNew={props.isNew}
      onRemove={props.onRemove}
    >
      <TextField
        size="small"
        label={t('salesLeads.define.name')}
        value={rule.name === undefined ? '' : rule.name[speech.language]}
        helperText={t('salesLeads.define.nameHelp')}
        onChange={(event) => {
          const { name: before, ...rest } = rule;
          const name = named(before, speech.language, event.target.value);
          onChange(name === undefined ? rest : { ...rest, name });
        }}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
      <CriteriaBuilder
        value={rule.when}
        vocabulary={vocabulary}
        faults={under(faults, 'when')}
        label={t('salesLeads.define.when')}
        onChange={(when) => onChange({ ...rule, when })}
      />
      {props.children}
    </RuleItem>
  );
}
