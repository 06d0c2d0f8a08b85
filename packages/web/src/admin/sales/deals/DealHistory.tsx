import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import panel from '../../people/PersonPage.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Deals.module.css';
import type { DealPage } from './queries.ts';
import { type DealWords, useDealWords } from './useDealWords.ts';

interface Line {
  readonly key: string;
  readonly at: number;
  readonly by: string;
  readonly text: string;
  readonly note: string | null;
  /** What went missing on the way. */
  readonly missing: string;
}

/** What became of a deal, the newest first: every step with what was missing and why it went on, and every change. */
export function DealHistory({ page }: { readonly page: DealPage }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useDealWords(page.owners);
  const { definition: pipeline } = page.pipeline;
  const askNames = new Map(
    pipeline.steps.flatMap(({ asks }) => asks.map((ask) => [ask.key, speech.words(ask.name)] as const)),
  );
  const lines: Line[] = [];
  for (const [place, stay] of page.stays.entries()) {
    const before = page.stays[place + 1];
    // The first stay is the opening, which is told below.
    if (before === undefined) continue;
    lines.push({
      key: `step ${page.stays.length - place}`,
      at: stay.enteredAt,
      by: stay.by,
      text: t('salesDeals.history.step', {
        from: words.step(pipeline, before.step),
        to: words.step(pipeline, stay.step),
      }),
      note: before.reason,
      missing: before.missing.map(({ ask }) => askNames.get(ask) ?? ask).join(t('listSeparator')),
    });
  }
  for (const [place, change] of page.changes.entries()) {
    const said = sayChange(change, { words, page, t, money: speech.money });
    lines.push({
      key: `change ${page.changes.length - place}`,
      at: change.at,
      by: change.by,
      text: said,
      note: change.note,
      missing: '',
    });
  }
  lines.sort((one, other) => other.at - one.at || (one.key < other.key ? 1 : -1));
  return (
    <section className={panel.panel} aria-labelledby="deal-history">
      <h2 id="deal-history">{t('salesDeals.history.title')}</h2>
      <ol className={styles.history}>
        {lines.map((line) => (
          <li key={line.key}>
            <div>{line.text}</div>
            {line.missing === '' ? null : (
              <div className={styles.missing}>{t('salesDeals.history.missing', { what: line.missing })}</div>
            )}
            {line.note === null || line.note === '' ? null : (
              <div className={styles.note}>
                <bdi>{line.note}</bdi>
              </div>
            )}
            <div className="soft">
              <time dateTime={new Date(line.at).toISOString()}>
                {speech.date(line.at, 'short')} {speech.time(line.at)}
              </time>
              {' · '}
              <bdi>{line.by}</bdi>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sayChange(
  change: DealPage['changes'][number],
  {
    words,
    page,
    t,
    money,
  }: {
    readonly words: DealWords;
    readonly page: DealPage;
    readonly t: TFunction;
    readonly money: (minor: number) => string;
  },
): string {
  const amount = (text: string | null): string =>
    text === null ? t('salesDeals.noAmount') : money(Number(text));
  const { before, after } = change;
  switch (change.what) {
    case 'opened':
      return t('salesDeals.history.opened', { amount: amount(after) });
    case 'amount':
      return t('salesDeals.history.amount', { from: amount(before), to: amount(after) });
    case 'owner':
      return t('salesDeals.history.owner', { from: words.owner(before), to: words.owner(after) });
    case 'close':
      return t('salesDeals.history.close', {
        from: before === null ? t('salesDeals.noDay') : words.day(before),
        to: after === null ? t('salesDeals.noDay') : words.day(after),
      });
    case 'title':
      return t('salesDeals.history.renamed', {
        from: `\u2068${before ?? ''}\u2069`,
        to: `\u2068${after ?? ''}\u2069`,
      });
    case 'won':
      return t('salesDeals.history.won', { amount: amount(after) });
    case 'lost':
      return t('salesDeals.history.lost', { reason: words.lost(page.pipeline.definition, after) });
    case 'reopened':
      return t('salesDeals.history.reopened');
    case 'returned':
      return t('salesDeals.history.returned', { amount: amount(after) });
    case 'finished':
      return t('salesDeals.history.finished');
    default:
      return t('salesDeals.history.products');
  }
}
