import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Qualification } from '@nardeban/core/sales';
import { sayEngagementRule } from '@nardeban/core/sales';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../../language/digits.ts';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { comparisonFor, fieldsOf } from '../../criteria/shape.ts';
import { Tests } from '../../criteria/Tests.tsx';
import { Types } from '../../criteria/Types.tsx';
import { useTelling, useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { allKeys } from './FitRules.tsx';
import styles from './Leads.module.css';
import { freshKey, named, withAt } from './naming-rules.ts';
import type { RulePart } from './rule-part.ts';
import { RuleItem } from './RuleItem.tsx';
import { signedPoints } from './signed-points.ts';
import { WholeField } from './WholeField.tsx';

type EngagementRule = Qualification['engagement']['rules'][number];
type Group = NonNullable<Qualification['engagement']['groups']>[number];
const HALF_LIFE = 30;

/** What somebody does: points for every deed, worth half after every half-life. */
export function EngagementRules({ definition, faults, mayChange, onChange }: RulePart) {
  const { t } = useTranslation();
  const { rules, groups = [] } = definition.engagement;
  const [added, setAdded] = useState<string | null>(null);
  const set = (changed: readonly EngagementRule[]) =>
    onChange({ ...definition, engagement: { ...definition.engagement, rules: [...changed] } });
  return (
    <section className={styles.part}>
      <h2>{t('salesLeads.define.engagement')}</h2>
      <p>{t('salesLeads.define.engagementText')}</p>
      <div className={styles.items}>
        {rules.map((rule, index) => (
          <Rule
            key={rule.key}
            rule={rule}
            groups={groups}
            faults={under(faults, `engagement.rules[${index}]`)}
            mayChange={mayChange}
            isNew={rule.key === added}
            onChange={(changed) => set(withAt(rules, index, changed))}
            onRemove={() => set(withAt(rules, index, null))}
          />
        ))}
      </div>
      {mayChange ? (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freshKey('deed', allKeys(definition));
              setAdded(key);
              set([...rules, { key, of: 'page.viewed', points: 5, halfLife: HALF_LIFE, cap: 20 }]);
            }}
          >
            {t('salesLeads.define.addEngagement')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Rule(props: {
  readonly rule: EngagementRule;
  readonly groups: readonly Group[];
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
  readonly isNew: boolean;
  readonly onChange: (rule: EngagementRule) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const vocabulary = useVocabulary();
  const { rule, groups, faults, onChange } = props;
  const types = typeof rule.of === 'string' ? [rule.of] : rule.of;
  const tests = rule.where ?? [];
  const fields = fieldsOf(types, vocabulary);
  const wrong = faults.length > 0;
  const said = wrong
    ? t('salesLeads.define.unfinished')
    : inDigits(sayEngagementRule(rule, telling), speech.language);
  const setTypes = (chosen: readonly string[]) => {
    const [only] = chosen;
    // What was asked of a field that the other facts do not have goes with them.
    const kept = tests.filter(({ field }) => fieldsOf(chosen, vocabulary).some(([name]) => name === field));
    const { where: _where, ...rest } = rule;
    onChange({
      ...rest,
      of: chosen.length === 1 && only !== undefined ? only : [...chosen],
      ...(kept.length === 0 ? {} : { where: kept }),
    });
  };
  const setTests = (changed: readonly (typeof tests)[number][]) => {
    const { where: _where, ...rest } = rule;
    onChange(changed.length === 0 ? rest : { ...rest, where: [...changed] });
  };
  return (
    <RuleItem
      name={rule.name === undefined ? typesSaid() : speech.words(rule.name)}
      points={signedPoints(rule.points, speech.number)}
      sentence={said}
      faults={faults}
      mayChange={props.mayChange}
      isNew={props.isNew}
      onRemove={props.onRemove}
    >
      <Types
        types={types}
        vocabulary={vocabulary}
        fault={sentenceAt(faults, 'of')}
        onChange={(chosen) => (chosen.length === 0 ? undefined : setTypes(chosen))}
      />
      {tests.length === 0 ? null : (
        <Tests tests={tests} types={types} vocabulary={vocabulary} faults={faults} onChange={setTests} />
      )}
      {fields.length === 0 || tests.length >= 10 ? null : (
        <div>
          <Button
            size="small"
            onClick={() => {
              const [first] = fields;
              if (first !== undefined)
                setTests([...tests, { field: first[0], ...comparisonFor(first[1].kind) }]);
            }}
          >
            {t('criteria.addTest')}
          </Button>
        </div>
      )}
      <div className={styles.pair}>
        <WholeField
          label={t('salesLeads.define.points')}
          value={rule.points}
          least={-1000}
          most={1000}
          help={t('salesLeads.define.pointsHelp')}
          fault={sentenceAt(faults, 'points')}
          onChange={(points) => onChange({ ...rule, points: points ?? 0 })}
        />
        <WholeField
          label={t('salesLeads.define.cap')}
          value={rule.cap ?? null}
          least={1}
          most={10_000}
          help={t('salesLeads.define.capHelp')}
          onChange={(cap) => {
            const { cap: _cap, ...rest } = rule;
            onChange(cap === null ? rest : { ...rest, cap });
          }}
        />
        {groups.length === 0 ? null : (
          <TextField
            select
            size="small"
            label={t('salesLeads.define.group')}
            value={rule.group ?? ''}
            error={sentenceAt(faults, 'group') !== undefined}
            helperText={sentenceAt(faults, 'group')}
            onChange={(event) => {
              const { group: _group, ...rest } = rule;
              onChange(event.target.value === '' ? rest : { ...rest, group: event.target.value });
            }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('salesLeads.define.noGroup')}</MenuItem>
            {groups.map(({ key, name }) => (
              <MenuItem key={key} value={key}>
                <bdi>{speech.words(name)}</bdi>
              </MenuItem>
            ))}
          </TextField>
        )}
      </div>
      <div className={styles.pair}>
        <FormControlLabel
          label={t('salesLeads.define.fades')}
          control={
            <Checkbox
              checked={rule.halfLife !== null}
              onChange={(event) => onChange({ ...rule, halfLife: event.target.checked ? HALF_LIFE : null })}
            />
          }
        />
        {rule.halfLife === null ? null : (
          <WholeField
            label={t('salesLeads.define.halfLife')}
            value={rule.halfLife}
            least={1}
            most={3650}
            onChange={(halfLife) => (halfLife === null ? undefined : onChange({ ...rule, halfLife }))}
          />
        )}
      </div>
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
    </RuleItem>
  );

  function typesSaid(): string {
    return types
      .map((type) => {
        const word = vocabulary[type];
        return word === undefined ? type : speech.language === 'fa' ? word.fa : word.en.many;
      })
      .join(t('listSeparator'));
  }
}

/** Rules that share a cap: the tenth page says less than the first download. */
export function GroupList({ definition, mayChange, onChange }: RulePart) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { groups = [] } = definition.engagement;
  const set = (changed: readonly Group[]) => {
    const { groups: _groups, ...engagement } = definition.engagement;
    onChange({
      ...definition,
      engagement: changed.length === 0 ? engagement : { ...engagement, groups: [...changed] },
    });
  };
  if (groups.length === 0 && !mayChange) return null;
  return (
    <section className={styles.part}>
      <h2>{t('salesLeads.define.groups')}</h2>
      <p>{t('salesLeads.define.groupsText')}</p>
      <ul className={`${styles.plain} ${styles.reasons}`}>
        {groups.map((group, index) => (
          <li key={group.key} className={styles.reason}>
            <div className={styles.pair}>
              <TextField
                size="small"
                label={t('salesLeads.define.groupName')}
                value={group.name[speech.language]}
                disabled={!mayChange}
                onChange={(event) => {
                  const name = named(group.name, speech.language, event.target.value);
                  if (name !== undefined) set(withAt(groups, index, { ...group, name }));
                }}
                slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
              />
              <WholeField
                label={t('salesLeads.define.groupCap')}
                value={group.cap}
                least={1}
                most={10_000}
                onChange={(cap) => (cap === null ? undefined : set(withAt(groups, index, { ...group, cap })))}
              />
            </div>
            {mayChange ? (
              <Button size="small" color="inherit" onClick={() => set(withAt(groups, index, null))}>
                {t('salesLeads.define.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              const key = freshKey(
                'group',
                groups.map((one) => one.key),
              );
              const name = t('salesLeads.define.newGroup');
              set([...groups, { key, name: { fa: name, en: name }, cap: 40 }]);
            }}
          >
            {t('salesLeads.define.addGroup')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
