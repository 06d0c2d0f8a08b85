import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { yearAt } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { AwardDialog } from './AwardDialog.tsx';
import { type Award, awardsQuery, type Candidate, candidatesQuery } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

const YEARS_BACK = 5;
const BEST = 5;

/** The best customers of a year by their score, and who has been honoured. */
export function Awards(props: {
  readonly mayWrite: boolean;
  readonly year: number | undefined;
  readonly onYear: (year: number | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { mayWrite } = props;
  const [present] = useState(() => yearAt(Date.now(), { zone: speech.zone, calendar: speech.calendar }));
  const year = props.year ?? present;
  const candidates = useQuery(candidatesQuery(asking, year, BEST));
  const awards = useQuery(awardsQuery(asking, year));
  const [giving, setGiving] = useState<Candidate | null>(null);
  const years = [...new Set([year, ...Array.from({ length: YEARS_BACK }, (_, back) => present - back)])];
  const plain = (value: number) => speech.number(value).replace(/[,٬]/g, '');
  const honoured = new Set(awards.data?.map(({ person }) => person));
  return (
    <section className={spend.section} aria-labelledby="year-awards">
      <h2 id="year-awards">{t('clubOffers.awards.title')}</h2>
      <p>{t('clubOffers.awards.text')}</p>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <TextField
          select
          size="small"
          label={t('clubOffers.awards.year')}
          value={year}
          onChange={(event) => {
            const chosen = Number(event.target.value);
            props.onYear(chosen === present ? undefined : chosen);
          }}
          sx={{ minInlineSize: 150 }}
        >
          {years
            .toSorted((a, b) => b - a)
            .map((one) => (
              <MenuItem key={one} value={one}>
                {plain(one)}
              </MenuItem>
            ))}
        </TextField>
      </div>
      {year === present ? (
        <Alert severity="info" sx={{ marginBlockEnd: 2 }}>
          {t('clubOffers.awards.going')}
        </Alert>
      ) : null}
      {candidates.isError && candidates.data === undefined ? (
        <FailureNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
      ) : candidates.data === undefined ? (
        <RowsSkeleton rows={3} columns={3} height={64} />
      ) : candidates.data.length === 0 ? (
        <p>{t('clubOffers.awards.nobody')}</p>
      ) : (
        <ul className={spend.rows} aria-label={t('clubOffers.awards.best')}>
          {candidates.data.map((one) => (
            <li key={one.person}>
              <CandidateRow
                candidate={one}
                honoured={honoured.has(one.person)}
                {...(mayWrite && awards.data !== undefined ? { onGive: () => setGiving(one) } : {})}
              />
            </li>
          ))}
        </ul>
      )}
      <Given awards={awards.data ?? []} year={plain(year)} />
      {giving === null ? null : (
        <AwardDialog
          key={giving.person}
          candidate={giving}
          year={year}
          shownYear={plain(year)}
          onClose={() => setGiving(null)}
        />
      )}
    </section>
  );
}

function CandidateRow(props: {
  readonly candidate: Candidate;
  readonly honoured: boolean;
  readonly onGive?: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const { candidate, honoured, onGive } = props;
  const name = words.person({ id: candidate.person, name: candidate.name });
  return (
    <div className={spend.row}>
      <div className={spend.what}>
        <strong>
          <Link to={paths.person} params={{ person: String(candidate.person) }} className={spend.link}>
            <bdi>{name}</bdi>
          </Link>
        </strong>
        <span className={spend.badge}>
          {t('clubOffers.awards.place', { place: speech.number(candidate.place) })}
        </span>
        <div className={spend.about}>
          <span>
            {t('clubOffers.score.bought', {
              count: candidate.orders,
              shown: speech.number(candidate.orders),
              spent: speech.money(candidate.spent),
            })}
          </span>
        </div>
      </div>
      <span className={spend.amount}>
        {t('clubOffers.awards.score', { score: speech.number(candidate.score) })}
      </span>
      <span className={`${spend.buttons} not-printed`}>
        {honoured ? (
          <span className="soft">{t('clubOffers.awards.honoured')}</span>
        ) : onGive === undefined ? null : (
          <Button
            size="small"
            variant="outlined"
            aria-label={t('clubOffers.awards.giveThis', { name: `\u2068${name}\u2069` })}
            onClick={onGive}
          >
            {t('clubOffers.awards.give')}
          </Button>
        )}
      </span>
    </div>
  );
}

function Given({ awards, year }: { readonly awards: readonly Award[]; readonly year: string }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  if (awards.length === 0) return null;
  return (
    <>
      <h3>{t('clubOffers.awards.given', { year })}</h3>
      <ul className={spend.rows} aria-label={t('clubOffers.awards.given', { year })}>
        {awards.map((award) => (
          <li key={award.person}>
            <div className={spend.row}>
              <div className={spend.what}>
                <strong>
                  <Link to={paths.person} params={{ person: String(award.person) }} className={spend.link}>
                    <bdi>{words.person({ id: award.person, name: award.name })}</bdi>
                  </Link>
                </strong>
                <span className={spend.badge}>
                  {t(`clubOffers.announcement.${award.isPublic ? 'public' : 'private'}`)}
                </span>
                <div className={spend.about}>
                  <span>
                    <bdi>{speech.words(award.title)}</bdi>
                  </span>
                  <span>
                    {t('clubOffers.awards.by', {
                      name: `\u2068${award.givenBy}\u2069`,
                      day: speech.date(award.givenAt, 'short'),
                    })}
                  </span>
                </div>
              </div>
              <span className={spend.amount}>
                {t('clubOffers.awards.score', { score: speech.number(award.score) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
