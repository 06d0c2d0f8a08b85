import { isoDay } from '@nardeban/core/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sayBecause } from '../../language/saying.ts';
import type { LadderMove } from '../../api/ladder-queries.ts';
import { paths } from '../../paths.ts';
import { DownIcon, MetIcon, OnwardIcon, UnmetIcon, UpIcon } from '../../ui/icons.tsx';
import { identifierShown, PersonName } from '../people/naming.tsx';
import { useTelling } from '../people/telling.ts';
import { useSetting } from '../setting.ts';
import { decisive } from './decisive.ts';
import styles from './MoveLine.module.css';

const REASONS_AT_MOST = 3;
/** A value that would only say a long condition over again is left to the person's page. */
const VALUE_AT_MOST = 40;
const KINDS = ['mobile', 'email', 'external'] as const;
const STEPS = { up: 'move.up', down: 'move.down', across: 'move.changed' } as const;

/** Somebody's step up or down, and why: leads to the person, and to the facts as they were on that day. */
export function MoveLine(props: {
  readonly move: LadderMove;
  readonly ladder: string;
  readonly nameOf: (rung: string) => string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const { move, ladder, nameOf } = props;
  const { person, direction } = move;
  const kind = KINDS.find((one) => person[one] !== null);
  const identifier = kind === undefined ? null : person[kind];
  const reasons = move.because === null ? [] : decisive(sayBecause(move.because, telling));
  const toPerson = { to: paths.person, params: { person: String(person.id) } } as const;

  return (
    <article className={styles.move}>
      <p className={styles.head}>
        {direction === 'across' ? null : (
          <span className={direction === 'up' ? styles.up : styles.down}>
            {direction === 'up' ? <UpIcon size={18} /> : <DownIcon size={18} />}
          </span>
        )}
        <Link {...toPerson} search={{ ladder }} className={styles.name}>
          <PersonName name={person.name} id={person.id} />
        </Link>
        {kind === undefined || identifier === null ? null : (
          <span className={styles.identifier}>{identifierShown({ kind, value: identifier })}</span>
        )}
        <time className={styles.when} dateTime={new Date(move.at).toISOString()}>
          {speech.date(move.at)}
        </time>
      </p>
      <div className={styles.story}>
        <p>
          {t(STEPS[direction], { from: nameOf(move.from), to: nameOf(move.to) })}
          <span className="soft">
            {' · '}
            {t(`move.cause.${move.cause}`)}
            {' · '}
            {move.stoodDays === 0
              ? t('ladder.sameDay')
              : t('ladder.who.after', { count: move.stoodDays, shown: speech.number(move.stoodDays) })}
          </span>
        </p>
        {reasons.length === 0 ? null : (
          <ul>
            {reasons.slice(0, REASONS_AT_MOST).map((reason, index) => (
              <li key={index}>
                <span className={reason.holds ? styles.up : styles.down}>
                  {reason.holds ? <MetIcon size={16} /> : <UnmetIcon size={16} />}
                  <span className="only-heard">{reason.holds ? t('why.met') : t('why.unmet')}</span>
                </span>
                <span>
                  <span className={styles.reason}>{reason.text}</span>
                  {reason.measuredText === null || reason.measuredText.length > VALUE_AT_MOST ? null : (
                    <span className="soft"> ({t('ladder.who.then', { value: reason.measuredText })})</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Link
          {...toPerson}
          search={{ ladder, asOf: isoDay(speech.dayOf(move.at)) }}
          className={`${styles.facts} not-printed`}
        >
          {t('ladder.who.facts')}
          <OnwardIcon size={14} />
        </Link>
      </div>
    </article>
  );
}
