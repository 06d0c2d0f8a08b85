import Button from '@mui/material/Button';
import type { EarningRule, Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { Choice, Choices } from './fields.tsx';
import { Faults } from './Item.tsx';
import styles from './Programme.module.css';
import { freeKey, type RuleGroup, some, withAt, withPart } from './shape.ts';
import type { StepProps } from './steps.ts';

const isOfOrders = ({ on }: EarningRule): boolean => on.kind === 'order' || on.kind === 'first-order';

/** Rules of which one alone gives on an order: by groups, for a group has no name but its rules. */
export function GroupsFields({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const groups = programme.groups ?? [];
  const ofOrders = programme.rules.filter(isOfOrders);
  if (groups.length === 0 && (locked || ofOrders.length < 2)) return null;
  const change = (list: readonly RuleGroup[], rules = programme.rules) =>
    onChange({ ...withPart<Programme, 'groups'>(programme, 'groups', some(list)), rules });
  const membersOf = (key: string) =>
    programme.rules.filter(({ group }) => group === key).map((rule) => rule.key);
  /** The rules with these in a group, and no others. */
  const grouped = (key: string, members: readonly string[]): EarningRule[] =>
    programme.rules.map((rule) => {
      if (members.includes(rule.key)) return { ...rule, group: key };
      return rule.group === key ? withPart(rule, 'group', undefined) : rule;
    });
  return (
    <>
      <h3 className={styles.subhead}>{t('club.groups.title')}</h3>
      <p className="soft">{t('club.groups.lead')}</p>
      {groups.map((group, at) => {
        const title = t('club.groups.number', { number: speech.number(at + 1) });
        return (
          <fieldset key={group.key} className={styles.fieldset} disabled={locked}>
            <legend>{title}</legend>
            <p className={styles.said}>{words.group(group.key)}</p>
            {locked ? null : (
              <div className={styles.line}>
                <Choices
                  label={t('club.groups.rules')}
                  values={membersOf(group.key)}
                  options={ofOrders.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
                  onChange={(members) => change(groups, grouped(group.key, members))}
                />
                <Choice
                  label={t('club.groups.choose')}
                  value={group.choose}
                  options={(['highest', 'first'] as const).map((value) => ({
                    value,
                    label: t(`club.groups.${value}`),
                  }))}
                  onChange={(choose) => change(withAt(groups, at, { ...group, choose }))}
                />
                <Button
                  size="small"
                  color="inherit"
                  aria-label={t('club.groups.remove', { group: title })}
                  onClick={() => change(withAt(groups, at, null), grouped(group.key, []))}
                >
                  {t('club.remove')}
                </Button>
              </div>
            )}
            <Faults faults={under(faults, `groups[${at}]`)} />
          </fieldset>
        );
      })}
      {locked || groups.length >= 200 ? null : (
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => change([...groups, { key: freeKey('group', groups), choose: 'highest' }])}
          >
            {t('club.groups.add')}
          </Button>
        </div>
      )}
    </>
  );
}
