import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../language/useRoom.ts';
import { personClubQuery, versionQuery } from '../club/programme/queries.ts';
import { useProgrammeWords } from '../club/programme/useProgrammeWords.ts';
import panel from '../people/PersonPage.module.css';
import { useSetting } from '../setting.ts';
import styles from './ClubCard.module.css';

/** What one person has in the club: wallets, level, and the last entries; nothing where the business has no club. */
export default function ClubCard({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const isSaid = useRoom('club');
  const found = useInfiniteQuery(personClubQuery(asking, person));
  const club = found.data?.pages[0] ?? null;
  const version = useQuery({
    ...versionQuery(asking, club?.version ?? 0),
    enabled: club !== null,
  });
  const programme = version.data?.definition;
  const words = useProgrammeWords(programme);
  if (club === null || !isSaid || programme === undefined) return null;
  const entries = found.data?.pages.flatMap((page) => page?.entries ?? []) ?? [];
  const { level } = club;
  return (
    <section className={panel.panel} aria-labelledby="in-club">
      <h2 id="in-club">{t('club.person.title')}</h2>
      {club.member ? null : <p className="soft">{t('club.person.notMember')}</p>}
      <dl className={styles.wallets}>
        {club.wallets.map((wallet) => {
          const units = (amount: number) => words.units(wallet.wallet, amount);
          return (
            <div key={wallet.wallet}>
              <dt>
                <bdi>{speech.words(wallet.name)}</bdi>
              </dt>
              <dd>
                <strong>{units(wallet.available)}</strong>
                {wallet.unit === 'money' ? null : (
                  <span>{t('club.person.worth', { worth: speech.money(wallet.worth) })}</span>
                )}
                {wallet.pending === 0 ? null : (
                  <span>
                    {wallet.vestsAt === null
                      ? t('club.person.pending', { units: units(wallet.pending) })
                      : t('club.person.vests', {
                          units: units(wallet.pending),
                          day: speech.date(wallet.vestsAt),
                        })}
                  </span>
                )}
                {wallet.held === 0 ? null : (
                  <span>{t('club.person.held', { units: units(wallet.held) })}</span>
                )}
                {wallet.debt === 0 ? null : (
                  <span className={styles.debt}>{t('club.person.debt', { units: units(wallet.debt) })}</span>
                )}
                {wallet.expiring.slice(0, 2).map((one) => (
                  <span key={one.at}>
                    {t('club.person.expires', { units: units(one.units), day: speech.date(one.at) })}
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
        {level === null || programme.levels === undefined ? null : (
          <div>
            <dt>
              <bdi>{speech.words(programme.levels.name)}</bdi>
            </dt>
            <dd>
              <strong>
                <bdi>{speech.words(level.name)}</bdi>
              </strong>
              {level.since === null ? null : (
                <span>{t('club.person.since', { day: speech.date(level.since) })}</span>
              )}
              {level.next === null ? null : (
                <span>
                  {t('club.person.next', {
                    level: `\u2068${speech.words(level.next.name)}\u2069`,
                    missing: words.levelAmount(programme.levels, level.next.missing),
                  })}
                </span>
              )}
              {level.fallsAt === null ? null : (
                <span>{t('club.person.falls', { day: speech.date(level.fallsAt) })}</span>
              )}
            </dd>
          </div>
        )}
      </dl>
      <h3 className={styles.head}>{t('club.person.entries')}</h3>
      {entries.length === 0 ? (
        <p className="soft">{t('club.person.noEntries')}</p>
      ) : (
        <ul className={styles.entries}>
          {entries.map((entry, at) => {
            const { order, reason } = entry.cause as { readonly order?: unknown; readonly reason?: unknown };
            const why =
              entry.ruleName === null
                ? typeof reason === 'string' && reason !== ''
                  ? reason
                  : typeof order === 'string'
                    ? t('club.person.order', { order: `\u2068${order}\u2069` })
                    : ''
                : speech.words(entry.ruleName);
            return (
              <li key={`${entry.transaction} ${at}`}>
                <span className={styles.why}>
                  {t(`club.entry.${entry.kind}`)}
                  {why === '' ? null : (
                    <>
                      {' · '}
                      <bdi>{why}</bdi>
                    </>
                  )}
                </span>
                <span className={styles.units} data-less={entry.units < 0 ? '' : undefined}>
                  {words.units(entry.wallet, entry.units)}
                </span>
                <time dateTime={new Date(entry.at).toISOString()} className="soft">
                  {speech.date(entry.at, 'short')}
                </time>
              </li>
            );
          })}
        </ul>
      )}
      {found.hasNextPage ? (
        <Button
          size="small"
          color="inherit"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}
