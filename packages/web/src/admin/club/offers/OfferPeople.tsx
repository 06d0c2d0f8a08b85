import Button from '@mui/material/Button';
import { sayReason } from '@nardeban/core/offers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/generated.ts';
import { inDigits } from '../../../language/digits.ts';
import { sayBecause } from '../../../language/saying.ts';
import { paths } from '../../../paths.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { PersonName } from '../../people/naming.tsx';
import { Reasons } from '../../people/Reasons.tsx';
import { useTelling } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import styles from './Offers.module.css';
import { type KeptOffer, offerPeopleQuery } from './queries.ts';

type OfferPerson = components['schemas']['OfferPeople']['people'][number];

/** Whom a kept offer is for, each with the reason; asked for only when somebody wants to see it. */
export function OfferPeople({ kept }: { readonly kept: KeptOffer }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={spend.section} aria-labelledby="offer-people">
      <h2 id="offer-people">{t('clubOffers.people.listTitle')}</h2>
      <p>{t('clubOffers.people.listText')}</p>
      {isOpen ? (
        <People kept={kept} />
      ) : (
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {t('clubOffers.people.show')}
        </Button>
      )}
    </section>
  );
}

function People({ kept }: { readonly kept: KeptOffer }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const found = useInfiniteQuery(offerPeopleQuery(asking, kept.offer.key, kept.revision));
  const people = found.data?.pages.flatMap((page) => page.people) ?? [];
  if (found.isError && people.length === 0)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <RowsSkeleton rows={4} columns={2} />;
  const isListed = kept.offer.for.chosen === true;
  return (
    <>
      {people.length > 0 ? (
        <ul className={styles.meant} aria-label={t('clubOffers.people.listTitle')}>
          {people.map((person, at) => (
            <li key={at}>
              <Person person={person} kept={kept} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">
          {isListed
            ? t('clubOffers.people.nobody')
            : t(found.hasNextPage ? 'clubOffers.people.nobodyYet' : 'clubOffers.people.nobodyFits')}
        </p>
      )}
      {found.hasNextPage ? (
        <Button
          variant="outlined"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {people.length === 0 ? t('clubOffers.people.lookOn') : t('more')}
        </Button>
      ) : null}
    </>
  );
}

function Person({ person, kept }: { readonly person: OfferPerson; readonly kept: KeptOffer }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const { language, currency, unit, calendar, zone } = speech;
  const { listed, rung, appreciation, against, because } = person;
  const { for: whom } = kept.offer;
  const reasons = [
    ...(listed === null
      ? []
      : [
          t('clubOffers.people.listed', {
            by: `\u2068${listed.by}\u2069`,
            day: speech.date(listed.at, 'short'),
          }),
        ]),
    ...(whom.rungs === undefined || rung === null
      ? []
      : [t('clubOffers.people.onRung', { rung: `\u2068${speech.words(rung)}\u2069` })]),
    ...(appreciation === null ? [] : [t('clubOffers.people.scored', { score: speech.number(appreciation) })]),
  ];
  const said = reasons.length === 0 && because === null ? [t('clubOffers.people.everybody')] : reasons;
  return (
    <>
      <Link to={paths.person} params={{ person: String(person.person) }} className={spend.link}>
        <PersonName name={person.name} id={person.person} />
      </Link>
      {said.map((reason) => (
        <span key={reason} className={styles.measure}>
          {reason}
        </span>
      ))}
      {because === null ? null : (
        <Reasons reason={sayBecause(because, telling)} person={String(person.person)} />
      )}
      {against === null ? null : (
        <span className={styles.against}>
          {t('clubOffers.people.against', {
            reason: inDigits(
              sayReason(against, { language, money: { currency, unit }, calendar: { calendar, zone } }),
              language,
            ),
          })}
        </span>
      )}
    </>
  );
}
