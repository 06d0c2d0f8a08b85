import type { AppreciationOfPart, AppreciationPart } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceQuery, personQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { FactLine } from '../../people/FactLine.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Offers.module.css';
import { appreciationQuery, settingsQuery } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

/** How much thanks one person deserves, part by part, with the facts each part rests on. */
export function PersonScore({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useOfferWords();
  const scored = useQuery(appreciationQuery(asking, person));
  const settings = useQuery(settingsQuery(asking));
  const known = useQuery(personQuery(asking, String(person)));
  if (scored.data === undefined)
    return scored.isError ? (
      <FailureNotice error={scored.error} onRetry={() => void scored.refetch()} />
    ) : (
      <BlockSkeleton height={260} />
    );
  const { score, parts, orders, spent } = scored.data;
  const rule = settings.data?.settings.appreciation.parts;
  return (
    <div className={spend.card} style={{ marginBlockStart: 20 }}>
      <h3>
        <Link to={paths.person} params={{ person: String(person) }} className={spend.link}>
          <bdi style={{ whiteSpace: 'normal' }}>
            {words.person({ id: person, name: known.data?.name ?? null })}
          </bdi>
        </Link>
      </h3>
      <div className={styles.score}>
        <strong className="figure">{speech.number(score)}</strong>
        <span className="soft">{t('clubOffers.score.of')}</span>
      </div>
      <p>
        {t('clubOffers.score.bought', {
          count: orders,
          shown: speech.number(orders),
          spent: speech.money(spent),
        })}
      </p>
      <ul className={styles.weights}>
        {parts.map((part) => (
          <Part
            key={part.key}
            part={part}
            kind={rule?.find(({ key }) => key === part.key)?.of}
            person={person}
          />
        ))}
      </ul>
    </div>
  );
}

function Part(props: {
  readonly part: AppreciationOfPart;
  readonly kind: AppreciationPart['of'] | undefined;
  readonly person: number;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { part, kind, person } = props;
  const { score, measured, full, signs, facts, factCount } = part;
  const [isOpen, setOpen] = useState(false);
  const shown = (value: number) => {
    if (kind?.kind === 'spent') return speech.money(value);
    if (kind?.kind === 'on-time') return speech.share(value / 10_000);
    return speech.number(value);
  };
  return (
    <li>
      <span>
        <strong>
          <bdi style={{ whiteSpace: 'normal' }}>{speech.words(part.name)}</bdi>
        </strong>
        <span className={styles.measure}>
          {measured === null
            ? t('clubOffers.score.unknown')
            : t('clubOffers.score.measured', { measured: shown(measured), full: shown(full) })}
        </span>
        {kind?.kind === 'cooperation'
          ? kind.signs.map((sign, at) => (
              <span key={sign.name.fa} className={styles.measure}>
                {t(signs?.[at] === true ? 'clubOffers.score.holds' : 'clubOffers.score.holdsNot', {
                  sign: `\u2068${speech.words(sign.name)}\u2069`,
                })}
              </span>
            ))
          : null}
        {factCount === 0 || facts.length === 0 ? null : (
          <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t('why.facts', { count: factCount, shown: speech.number(factCount) })}</summary>
            {isOpen ? <Facts person={String(person)} facts={facts} more={factCount > facts.length} /> : null}
          </details>
        )}
      </span>
      <span>
        <span>{score === null ? '–' : t('clubOffers.score.part', { score: speech.number(score) })}</span>
        <span className={styles.bar} aria-hidden="true">
          <i style={{ inlineSize: `${score ?? 0}%` }} />
        </span>
      </span>
      <span className="soft">{t('clubOffers.score.weight', { weight: speech.number(part.weight) })}</span>
    </li>
  );
}

function Facts(props: {
  readonly person: string;
  readonly facts: readonly number[];
  readonly more: boolean;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const found = useQuery(evidenceQuery(asking, props.person, props.facts));
  if (found.isPending) return <p className="soft">{t('loading')}</p>;
  if (found.isError) return <p className="soft">{t('why.factsFailed')}</p>;
  return (
    <ul className={spend.list}>
      {found.data.map((fact) => (
        <li key={fact.id}>
          <FactLine fact={fact} withDate />
        </li>
      ))}
      {props.more ? <li className="soft">{t('why.newestFacts')}</li> : null}
    </ul>
  );
}
