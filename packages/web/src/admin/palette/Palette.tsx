import Dialog from '@mui/material/Dialog';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecentIcon, SearchIcon } from '../../ui/icons.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useSetting } from '../setting.ts';
import { find } from './finding.ts';
import styles from './Palette.module.css';
import { type Recent, recentOf, rememberRecent } from './recent.ts';
import { usePeople } from './usePeople.ts';
import { type Row, type Rows, useRows } from './useRows.tsx';

interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
}

/**
 * Finds people, pages and things to do from one field, by keyboard alone: arrows choose, Enter goes, Escape leaves.
 * A combobox whose list is always there; the field keeps the focus and tells which row is chosen.
 */
export default function Palette({
  onClose,
  onHelp,
}: {
  readonly onClose: () => void;
  readonly onHelp: () => void;
}) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const business = session?.business.slug ?? '';
  const { people, looking } = usePeople(typed);
  const rows = useRows(onHelp);

  const sections = ((): readonly Section[] => {
    const isEmpty = typed.trim() === '';
    const recent = isEmpty ? recentRows(recentOf(business), rows, t('palette.recent')) : [];
    const recentIds = new Set(recent.map((row) => row.id));
    const rest = (some: readonly Row[]) =>
      find(
        typed,
        some.filter((row) => !recentIds.has(row.id)),
      );
    const found: Section[] = [
      { name: t('palette.recent'), rows: recent },
      { name: t('palette.people'), rows: people.map(rows.person) },
      { name: t('palette.pages'), rows: rest(rows.pages) },
      { name: t('palette.actions'), rows: rest(rows.actions) },
      ...(isEmpty ? [] : [{ name: t('palette.everywhere'), rows: [rows.everywhere(typed.trim())] }]),
    ];
    return found.filter((section) => section.rows.length > 0);
  })();
  const flat = sections.flatMap((section) => section.rows);
  const at = Math.min(chosen, flat.length - 1);
  const current = flat[at];

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, flat.length]);

  const choose = (row: Row | undefined) => {
    if (row === undefined) return;
    if (row.recent !== null) rememberRecent(business, row.recent);
    onClose();
    void row.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = flat.length - 1;
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(at + 8, last),
      PageUp: Math.max(at - 8, 0),
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(current);
    }
  };

  const label = t('palette.label');
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      maxWidth="sm"
      fullWidth
      slotProps={{
        paper: { className: styles.paper ?? '' },
        container: { className: styles.place ?? '' },
        transition: { timeout: 120 },
      }}
    >
      <h2 id={`${id}-title`} className="only-heard">
        {t('palette.open')}
      </h2>
      <div className={styles.field}>
        <SearchIcon />
        <input
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
          aria-autocomplete="list"
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          dir={typed === '' ? undefined : 'auto'}
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.leave} onClick={onClose}>
          <span className="only-heard">{t('palette.close')} </span>
          <Keys keys={['Esc']} />
        </button>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles.list} ref={list}>
        {sections.map((section) => (
          <div key={section.name} role="group" aria-labelledby={`${id}-${section.name}`}>
            <p className={styles.section} id={`${id}-${section.name}`} role="presentation">
              {section.name}
            </p>
            {section.rows.map((row) => {
              const index = flat.indexOf(row);
              return (
                <div
                  key={row.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={styles.row}
                  onPointerMove={() => setChosen(index)}
                  onClick={() => choose(row)}
                >
                  <span className={styles.icon}>{row.icon}</span>
                  <span className={styles.name}>{row.shown}</span>
                  {row.aside === undefined ? null : <span className={styles.aside}>{row.aside}</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={styles.foot} role="status">
        {looking ? t('loading') : t('palette.hint')}
      </p>
      <p className="only-heard" aria-live="polite">
        {typed === '' ? '' : t('palette.count', { count: flat.length, shown: speech.number(flat.length) })}
      </p>
    </Dialog>
  );
}

function recentRows(recent: readonly Recent[], rows: Rows, word: string): readonly Row[] {
  return recent.flatMap((one): readonly Row[] => {
    if (one.kind === 'person') return [{ ...rows.recentPerson(one), aside: <RecentMark word={word} /> }];
    // What is offered no longer, or not to this role, is not offered here either.
    const known = [...rows.pages, ...rows.actions].find((row) => row.id === `${one.kind}:${one.id}`);
    return known === undefined ? [] : [known];
  });
}

function RecentMark({ word }: { readonly word: string }) {
  return (
    <span title={word}>
      <RecentIcon size={16} />
    </span>
  );
}
