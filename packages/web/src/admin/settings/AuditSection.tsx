import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type Day, isoDay } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import { type Deed, type DeedCode, deedsQuery } from '../../api/coming-in-queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { type AuditSearch, paths } from '../../paths.ts';
import { DayField } from '../../ui/DayField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AuditIcon, CalendarIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Choice } from '../welcome/BusinessFields.tsx';
import { DEED_CODES, deedName, isDeedCode } from './deed-codes.ts';
import { sayDeed } from './deed-sentence.ts';
import styles from './SettingsPage.module.css';

const route = getRouteApi('/staff/settings/audit');

/** Who did what, and when; what it is narrowed to stands in the address. */
export function AuditSection() {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const search = route.useSearch();
  const navigate = useNavigate();
  const code: DeedCode | undefined =
    search.deed !== undefined && isDeedCode(search.deed) ? search.deed : undefined;
  const deeds = useInfiniteQuery(
    deedsQuery(asking, {
      ...(search.by === undefined ? {} : { by: search.by }),
      ...(code === undefined ? {} : { deed: code }),
      ...(search.from === undefined ? {} : { from: search.from }),
      ...(search.to === undefined ? {} : { to: search.to }),
    }),
  );
  const narrow = (changes: { readonly [Name in keyof AuditSearch]: string | undefined }) =>
    void navigate({
      to: paths.settingsAudit,
      search: (kept) => {
        const next = { ...kept, ...changes };
        return Object.fromEntries(
          Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
        );
      },
      replace: true,
    });
  const isNarrowed = [search.by, search.deed, search.from, search.to].some((one) => one !== undefined);
  const rows = deeds.data?.pages.flatMap((page) => page.deeds) ?? [];
  const authors = deeds.data?.pages[0]?.authors ?? [];
  const days = Map.groupBy(rows, (deed) => speech.dayOf(deed.at));

  return (
    <>
      <PageHeader title={t('settings.audit.name')} meaning={t('settings.audit.meaning')} />
      <div className={styles.filter} role="search" aria-label={t('settings.audit.name')}>
        <Choice
          size="small"
          label={t('settings.audit.by')}
          value={search.by ?? ''}
          onChange={(by) => narrow({ by })}
          options={[
            ['', t('settings.audit.everybody')],
            ...(search.by !== undefined && !authors.some(({ name }) => name === search.by)
              ? [[search.by, search.by] as const]
              : []),
            ...authors.map(({ name }) => [name, name] as const),
          ]}
        />
        <Choice
          size="small"
          label={t('settings.audit.deed')}
          value={code ?? ''}
          onChange={(deed) => narrow({ deed })}
          options={[
            ['', t('settings.audit.everything')],
            ...DEED_CODES.map((one) => [one, deedName(one, t)] as const),
          ]}
        />
        <Bound
          label={t('settings.audit.from')}
          day={search.from}
          first={today - 6}
          onChange={(from) => narrow({ from })}
        />
        <Bound
          label={t('settings.audit.to')}
          day={search.to}
          first={today}
          onChange={(to) => narrow({ to })}
        />
      </div>
      {isNarrowed ? (
        <Button
          color="inherit"
          onClick={() => narrow({ by: undefined, deed: undefined, from: undefined, to: undefined })}
        >
          {t('settings.audit.clear')}
        </Button>
      ) : null}
      {deeds.isError ? (
        <FailureNotice error={deeds.error} onRetry={() => void deeds.refetch()} />
      ) : deeds.data === undefined ? (
        <RowsSkeleton rows={8} columns={3} height={48} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<AuditIcon size={32} />} title={t('settings.audit.none')}>
          {t('settings.audit.noneText')}
        </EmptyState>
      ) : (
        <>
          {[...days].map(([day, done]) => (
            <section key={day}>
              <h2 className={styles.day}>{speech.day(day, 'full')}</h2>
              <ul className={styles.rows}>
                {done.map((deed) => (
                  <DeedRow key={deed.id} deed={deed} />
                ))}
              </ul>
            </section>
          ))}
          {deeds.hasNextPage ? (
            <Button
              color="inherit"
              loading={deeds.isFetchingNextPage}
              onClick={() => void deeds.fetchNextPage()}
            >
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
    </>
  );
}

function DeedRow({ deed }: { readonly deed: Deed }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const name =
    deed.by.kind === 'key' ? deed.by.name.replace(/^key /, `${t('settings.audit.key')} `) : deed.by.name;
  return (
    <li className={styles.row}>
      <time className={styles.time} dateTime={new Date(deed.at).toISOString()}>
        {speech.time(deed.at)}
      </time>
      <div className={styles.what}>
        <strong>
          <bdi>{deed.by.kind === 'program' ? t('settings.audit.program') : name}</bdi>
        </strong>{' '}
        {sayDeed(deed, t, isDeedCode)}
      </div>
    </li>
  );
}

/** A day the list ends at; while there is none, the button that asks for one. */
function Bound(props: {
  readonly label: string;
  readonly day: string | undefined;
  /** The day that is proposed. */
  readonly first: Day;
  readonly onChange: (day: string) => void;
}) {
  const { speech, today } = useSetting();
  const day = dayOfAddress(props.day);
  if (day === null) {
    return (
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<CalendarIcon size={18} />}
        onClick={() => props.onChange(isoDay(props.first))}
      >
        {props.label}…
      </Button>
    );
  }
  return (
    <DayField
      label={props.label}
      day={day}
      last={today}
      speech={speech}
      onChange={(chosen) => props.onChange(isoDay(chosen))}
    />
  );
}
