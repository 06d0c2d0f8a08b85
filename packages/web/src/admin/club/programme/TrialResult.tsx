import Alert from '@mui/material/Alert';
import type { Programme, SimulationResult } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { personQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { Figures } from '../../insight/chart/Figures.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import { dayOfMonth } from '../accounting/books-search.ts';
import { useBoundWords } from './bounds.ts';
import { GoalTable } from './GoalTable.tsx';
import styles from './Programme.module.css';
import type { Trial } from './queries.ts';
import { Part, Table } from './ResultParts.tsx';
import { TrialReferral } from './TrialReferral.tsx';
import { useProgrammeWords } from './useProgrammeWords.ts';

/** So many of those who would have earned most are named. */
const NAMED = 10;

/** What a programme would have cost and given, beside its goals and its budget. */
export function TrialResult({
  trial,
  result,
  programme,
}: {
  readonly trial: Trial;
  readonly result: SimulationResult;
  readonly programme: Programme;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useProgrammeWords(programme);
  const bound = useBoundWords(programme);
  const { figures, margin, liability, months, rules, rungs, levels, bounds, goals, most } = result;
  const ruleOf = (key: string) => programme.rules.find((one) => one.key === key);
  const highest = Math.max(1, ...months.map((one) => Math.max(one.earned, one.spent)));
  const { from, to, spends } = trial.settings;
  return (
    <div className={styles.results}>
      <p className="soft">
        {t('club.trial.of', {
          from: speech.date(from, 'short'),
          to: speech.date(to - 1, 'short'),
          people: speech.number(result.people),
          spends: words.share(spends),
        })}
      </p>
      {figures.members === 0 && programme.membership === 'joined' ? (
        <Alert severity="warning">{t('club.trial.nobodyJoined')}</Alert>
      ) : null}
      <Figures
        label={t('club.trial.figures')}
        items={[
          {
            label: t('club.trial.cost'),
            value: speech.money(figures.cost),
            note:
              figures.revenue > 0
                ? t('club.trial.ofRevenue', { share: speech.share(figures.cost / figures.revenue) })
                : undefined,
          },
          {
            label: t('club.trial.liability'),
            value: speech.money(liability),
            note: t('club.trial.liabilityNote'),
          },
          {
            label: t('club.trial.marginAfter'),
            value: margin === null ? '–' : speech.money(margin.after),
            note:
              margin === null
                ? t('club.trial.marginUnknown')
                : t('club.trial.marginBefore', { before: speech.money(margin.before) }),
          },
          {
            label: t('club.trial.earned'),
            value: speech.money(figures.earned),
            note: t('club.trial.members', {
              shown: speech.number(figures.members),
              count: figures.members,
            }),
          },
        ]}
      />
      {goals.length === 0 ? null : (
        <Part title={t('club.trial.goals')}>
          <GoalTable programme={programme} goals={goals} label={t('club.trial.goals')} />
        </Part>
      )}
      {bounds.length === 0 ? null : (
        <Part title={t('club.trial.bounds')}>
          <Table
            label={t('club.trial.bounds')}
            columns={[t('club.column.bound'), t('club.column.asked'), t('club.column.limit'), '']}
            rows={bounds
              .toSorted((one, other) => (one.key < other.key ? -1 : 1))
              .map(({ key, asked, limit }) => ({
                key,
                cells: [
                  bound.name(key),
                  bound.amount(key, asked),
                  bound.amount(key, limit),
                  <span key="verdict" className={spend.verdict} data-good={asked <= limit}>
                    {t(asked <= limit ? 'club.trial.within' : 'club.trial.above')}
                  </span>,
                ],
              }))}
          />
        </Part>
      )}
      <Part title={t('club.trial.byRule')}>
        <Table
          label={t('club.trial.byRule')}
          columns={[
            t('club.column.rule'),
            t('club.column.times'),
            t('club.column.people'),
            t('club.column.units'),
            t('club.column.worth'),
          ]}
          rows={rules.map((one) => {
            const rule = ruleOf(one.rule);
            return {
              key: one.rule,
              cells: [
                <bdi key="name" style={{ whiteSpace: 'normal' }}>
                  {rule === undefined ? one.rule : speech.words(rule.name)}
                </bdi>,
                speech.number(one.times),
                speech.number(one.people),
                rule === undefined ? speech.number(one.units) : words.units(rule.wallet, one.units),
                speech.money(one.worth),
              ],
            };
          })}
        />
      </Part>
      <TrialReferral referral={result.referral} programme={programme} />
      {[...rungs, ...levels].length === 0 ? null : (
        <Part title={t('club.trial.byRung')}>
          <Table
            label={t('club.trial.byRung')}
            columns={[
              t('club.column.place'),
              t('club.column.orders'),
              t('club.column.revenue'),
              t('club.column.earned'),
            ]}
            rows={[...rungs, ...levels].map((one) => ({
              key: `${one.ladder ?? ''} ${one.place}`,
              cells: [
                one.ladder === null ? words.level(one.place) : words.rung(one.ladder, one.place),
                speech.number(one.orders),
                speech.money(one.revenue),
                speech.money(one.earned),
              ],
            }))}
          />
        </Part>
      )}
      <Part title={t('club.trial.byMonth')}>
        <Table
          label={t('club.trial.byMonth')}
          columns={[
            t('club.column.month'),
            t('club.column.orders'),
            t('club.column.earned'),
            t('club.column.spent'),
            t('club.column.expired'),
            t('club.column.liability'),
          ]}
          rows={months.map((one) => {
            const day = dayOfMonth(one.month, speech.calendar);
            return {
              key: one.month,
              cells: [
                day === null ? one.month : speech.month(day),
                speech.number(one.orders),
                <Bar key="earned" of={one.earned} highest={highest} text={speech.money(one.earned)} />,
                <Bar key="spent" of={one.spent} highest={highest} text={speech.money(one.spent)} />,
                speech.money(one.expired),
                speech.money(one.liability),
              ],
            };
          })}
        />
      </Part>
      {most.length === 0 ? null : (
        <Part title={t('club.trial.most')}>
          <Table
            label={t('club.trial.most')}
            columns={[t('club.column.person'), t('club.column.orders'), t('club.column.worth')]}
            rows={most.slice(0, NAMED).map((one) => ({
              key: String(one.person),
              cells: [
                <Named key="person" person={one.person} />,
                speech.number(one.orders),
                speech.money(one.worth),
              ],
            }))}
          />
        </Part>
      )}
    </div>
  );
}

function Named({ person }: { readonly person: number }) {
  const { asking } = useSetting();
  const { data } = useQuery(personQuery(asking, String(person)));
  return (
    <Link to={paths.person} params={{ person: String(person) }} className={spend.link}>
      <PersonName id={person} name={data?.name ?? null} />
    </Link>
  );
}

function Bar({
  of,
  highest,
  text,
}: {
  readonly of: number;
  readonly highest: number;
  readonly text: string;
}) {
  return (
    <span className={styles.bar}>
      {text}
      <i aria-hidden="true" style={{ inlineSize: `${Math.round((100 * Math.max(0, of)) / highest)}%` }} />
    </span>
  );
}
