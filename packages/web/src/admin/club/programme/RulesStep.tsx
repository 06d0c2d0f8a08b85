import Button from '@mui/material/Button';
import type { EarningRule } from '@nardeban/core/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { Item } from './Item.tsx';
import { NEW_NAMES } from '@nardeban/core/programme';
import styles from './Programme.module.css';
import { GroupsFields } from './GroupsFields.tsx';
import { RuleForm } from './RuleForm.tsx';
import { freeKey, newRule, withAt } from './shape.ts';
import type { StepProps } from './steps.ts';

/** So many are shown at first: a club of hundreds of rules is read by what is searched for. */
const A_PAGE = 30;

/** What members are given, for what. */
export function RulesStep(props: StepProps) {
  const { programme, faults, words, locked, onChange } = props;
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(A_PAGE);
  const { rules } = programme;
  const change = (list: readonly EarningRule[]) => onChange({ ...programme, rules: [...list] });
  return (
    <>
      {rules.length === 0 ? <p className={styles.nothing}>{t('club.noRules')}</p> : null}
      {rules.slice(0, shown).map((rule, at) => {
        const own = under(faults, `rules[${at}]`);
        return (
          <Item
            key={rule.key}
            name={speech.words(rule.name)}
            sentence={words.rule(rule)}
            faults={own}
            open={open === rule.key}
            locked={locked}
            onOpen={(isOpen) => setOpen(isOpen ? rule.key : null)}
            onRemove={() => change(withAt(rules, at, null))}
            onUp={at === 0 ? undefined : () => change(withAt(rules, at, null).toSpliced(at - 1, 0, rule))}
          >
            <RuleForm
              rule={rule}
              programme={programme}
              faults={own}
              onChange={(changed) => change(withAt(rules, at, changed))}
            />
          </Item>
        );
      })}
      {rules.length <= shown ? null : (
        <div>
          <Button color="inherit" onClick={() => setShown(shown + A_PAGE)}>
            {t('more')}
          </Button>
        </div>
      )}
      {locked || rules.length >= 2000 ? null : (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freeKey('rule', rules);
              const [wallet] = programme.wallets;
              change([...rules, newRule(key, NEW_NAMES.rule, wallet?.key ?? 'points', 100_000)]);
              setShown(Math.max(shown, rules.length + 1));
              setOpen(key);
            }}
          >
            {t('club.addRule')}
          </Button>
        </div>
      )}
      <GroupsFields {...props} />
    </>
  );
}
