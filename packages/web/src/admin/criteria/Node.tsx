import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Condition, Criteria } from '@nardeban/core/criteria';
import type { Vocabulary } from '@nardeban/core/facts';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionForm } from './ConditionForm.tsx';
import styles from './Criteria.module.css';
import { type Fault, under } from './faults.ts';
import { inside, isGroup, newCondition, wrapped } from './shape.ts';
import { Word } from './Word.tsx';

/** Deeper groups are refused; the form does not offer what would be. */
const MOST_DEPTH = 8;
const MOST_PARTS = 30;

interface NodeParts {
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
  readonly depth: number;
}

type Bracket = 'all' | 'any' | 'notAll' | 'none';
const BRACKETS: readonly Bracket[] = ['all', 'any', 'none', 'notAll'];

/** A group: which of its parts must hold, and the parts. */
export function GroupForm(
  props: NodeParts & {
    readonly bracket: Bracket;
    readonly parts: readonly Criteria[];
    /** The path of a part, by its place. */
    readonly pathOf: (index: number) => string;
    readonly onChange: (bracket: Bracket, parts: readonly Criteria[]) => void;
    readonly onRemove?: () => void;
    readonly label: string;
  },
) {
  const { t } = useTranslation();
  const { parts, bracket, onChange, depth } = props;
  const keys = useKeys(parts.length);
  const list = useRef<HTMLUListElement>(null);
  const [added, setAdded] = useState(0);

  // Whoever adds a condition goes on writing it.
  useEffect(() => {
    if (added === 0) return;
    list.current?.querySelector<HTMLElement>(':scope > li:last-child select')?.focus();
  }, [added]);

  const replace = (index: number, part: Criteria) =>
    onChange(
      bracket,
      parts.map((one, place) => (place === index ? part : one)),
    );
  const add = (part: Criteria) => {
    onChange(bracket, [...parts, part]);
    setAdded(added + 1);
  };
  const whole = props.faults.filter(
    (fault) => fault.field === '' || fault.field === 'all' || fault.field === 'any',
  );
  return (
    <div className={depth === 0 ? styles.root : styles.group} role="group" aria-label={props.label}>
      {parts.length < 2 && depth === 0 && bracket === 'all' ? null : (
        <div className={styles.head}>
          <Word
            label={t('criteria.bracket')}
            value={bracket}
            choices={BRACKETS.map((one) => ({ value: one, text: t(`criteria.brackets.${one}`) }))}
            onChange={(chosen) => onChange(chosen, parts)}
          />
          {props.onRemove === undefined ? null : (
            <button type="button" className={styles.add} onClick={props.onRemove}>
              {t('criteria.removeGroup')}
            </button>
          )}
        </div>
      )}
      <ul className={styles.parts} ref={list}>
        {parts.map((part, index) => (
          <li key={keys.of(index)}>
            <Part
              {...props}
              part={part}
              index={index}
              depth={depth + 1}
              faults={under(props.faults, props.pathOf(index))}
              onChange={(changed) => replace(index, changed)}
              onCopy={() => {
                keys.added(index + 1);
                onChange(bracket, parts.toSpliced(index + 1, 0, part));
              }}
              onRemove={() => {
                keys.removed(index);
                onChange(bracket, parts.toSpliced(index, 1));
              }}
            />
          </li>
        ))}
      </ul>
      {whole.length === 0 || parts.length === 0 ? null : (
        <p className={styles.fault} role="alert">
          {whole[0]?.sentence}
        </p>
      )}
      {parts.length >= MOST_PARTS ? null : (
        <div className={styles.adding}>
          <button type="button" className={styles.add} onClick={() => add(newCondition())}>
            {t('criteria.add')}
          </button>
          {depth >= MOST_DEPTH ? null : (
            <button type="button" className={styles.add} onClick={() => add({ any: [newCondition()] })}>
              {t('criteria.addGroup')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

export function bracketOf(key: 'all' | 'any', negated: boolean): Bracket {
  if (negated) return key === 'all' ? 'notAll' : 'none';
  return key;
}

export function groupOf(bracket: Bracket, parts: readonly Criteria[]): Criteria {
  const inner = bracket === 'all' || bracket === 'notAll' ? { all: parts } : { any: parts };
  return wrapped(inner, bracket === 'notAll' || bracket === 'none');
}

/** One part of a group: a condition, or a group inside it. */
function Part(
  props: NodeParts & {
    readonly part: Criteria;
    readonly index: number;
    readonly onChange: (part: Criteria) => void;
    readonly onCopy: () => void;
    readonly onRemove: () => void;
  },
) {
  const { t } = useTranslation();
  const { part, onChange } = props;
  const { inner, negated, path } = inside(part);
  const faults = under(props.faults, path);
  if (isGroup(inner)) {
    const key = 'all' in inner ? 'all' : 'any';
    return (
      <GroupForm
        {...props}
        faults={faults}
        bracket={bracketOf(key, negated)}
        parts={'all' in inner ? inner.all : inner.any}
        pathOf={(index) => `${key}[${index}]`}
        label={t('criteria.group')}
        onChange={(bracket, parts) => onChange(groupOf(bracket, parts))}
      />
    );
  }
  return <ConditionCard {...props} condition={inner} negated={negated} faults={faults} />;
}

function ConditionCard(
  props: NodeParts & {
    readonly condition: Condition;
    readonly negated: boolean;
    readonly index: number;
    readonly onChange: (part: Criteria) => void;
    readonly onCopy: () => void;
    readonly onRemove: () => void;
  },
) {
  const { t } = useTranslation();
  const { condition, negated, faults, onChange } = props;
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const measureId = useId();
  const pick = (deed: () => void) => () => {
    setMenu(null);
    deed();
  };
  return (
    <div
      className={styles.condition}
      data-fault={faults.length > 0 ? '' : undefined}
      role="group"
      aria-label={t('criteria.condition')}
    >
      {negated ? (
        <button
          type="button"
          className={styles.not}
          title={t('criteria.makeHold')}
          onClick={() => onChange(condition)}
        >
          {t('criteria.not')}
        </button>
      ) : null}
      <ConditionForm
        condition={condition}
        vocabulary={props.vocabulary}
        faults={faults}
        measureId={measureId}
        onChange={(changed) => onChange(wrapped(changed, negated))}
      />
      <IconButton
        className={styles.more ?? ''}
        size="small"
        aria-label={t('criteria.more')}
        aria-haspopup="menu"
        onClick={(event) => setMenu(event.currentTarget)}
      >
        <span aria-hidden="true" className={styles.dots}>
          ⋯
        </span>
      </IconButton>
      <Menu open={menu !== null} anchorEl={menu} onClose={() => setMenu(null)}>
        <MenuItem onClick={pick(() => onChange(wrapped(condition, !negated)))}>
          {t(negated ? 'criteria.makeHold' : 'criteria.makeNot')}
        </MenuItem>
        <MenuItem onClick={pick(props.onCopy)}>{t('criteria.copy')}</MenuItem>
        {props.depth > MOST_DEPTH ? null : (
          <MenuItem onClick={pick(() => onChange({ any: [wrapped(condition, negated), newCondition()] }))}>
            {t('criteria.intoGroup')}
          </MenuItem>
        )}
        <MenuItem onClick={pick(props.onRemove)}>{t('criteria.remove')}</MenuItem>
      </Menu>
      {faults.length === 0 ? null : (
        <p className={styles.fault} role="alert">
          {faults[0]?.sentence}
        </p>
      )}
    </div>
  );
}

/** Names for parts that stay with them when others come and go, so that nothing half typed jumps to a neighbour. */
function useKeys(length: number) {
  const [keys] = useState(() => ({ list: [] as number[], next: 0 }));
  while (keys.list.length < length) keys.list.push(keys.next++);
  if (keys.list.length > length) keys.list.length = length;
  return {
    of: (index: number) => keys.list[index] ?? index,
    added: (index: number) => void keys.list.splice(index, 0, keys.next++),
    removed: (index: number) => void keys.list.splice(index, 1),
  };
}
