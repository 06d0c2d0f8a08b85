import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Offers.module.css';
import type { BudgetUse, KeptOffer } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

/** One offer: what it gives, to whom, how it stands, and how far it is used. */
export function OfferRow(props: {
  readonly kept: KeptOffer;
  readonly budgets: readonly BudgetUse[];
  readonly mayWrite: boolean;
  readonly pending: boolean;
  readonly onOpen: () => void;
  readonly onPeople: () => void;
  readonly onActivate: () => void;
  readonly onPause: () => void;
  readonly onArchive: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const { kept, mayWrite } = props;
  const { offer, state, chosen } = kept;
  const name = speech.words(offer.name);
  const about = { name: `\u2068${name}\u2069` };
  const bounds = words.bounds(offer);
  return (
    <div className={styles.offer}>
      <div>
        <h2>
          <bdi>{name}</bdi>{' '}
          <span className={spend.verdict} data-good={state === 'active' ? true : undefined}>
            {t(`clubOffers.state.${state}`)}
          </span>
          <span className={spend.badge}>{t(`clubOffers.announcement.${offer.announcement}`)}</span>
        </h2>
        <p>
          <strong>{words.gives(offer)}</strong>
        </p>
        <p className="soft">
          {words.whom(offer.for, offer.newcomers)}
          {offer.for.chosen === true
            ? ` ${t('clubOffers.people.count', { count: chosen, shown: speech.number(chosen) })}`
            : ''}
        </p>
        {bounds.length === 0 ? null : (
          <p className={spend.about}>
            {bounds.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </p>
        )}
      </div>
      <div className={styles.uses}>
        <Uses offer={kept} budgets={props.budgets} />
      </div>
      <div className={`${styles.deeds} not-printed`}>
        {mayWrite && state === 'draft' ? (
          <Button
            size="small"
            variant="contained"
            onClick={props.onActivate}
            aria-label={t('clubOffers.activateThis', about)}
          >
            {t('clubOffers.activate')}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="outlined"
          onClick={props.onOpen}
          aria-label={t(
            mayWrite && state !== 'archived' ? 'clubOffers.editThis' : 'clubOffers.lookThis',
            about,
          )}
        >
          {t(mayWrite && state !== 'archived' ? 'clubOffers.edit' : 'clubOffers.look')}
        </Button>
        {mayWrite && offer.for.chosen === true && state !== 'archived' ? (
          <Button size="small" onClick={props.onPeople} aria-label={t('clubOffers.people.chooseThis', about)}>
            {t('clubOffers.people.choose')}
          </Button>
        ) : null}
        {mayWrite && state === 'active' ? (
          <Button
            size="small"
            loading={props.pending}
            onClick={props.onPause}
            aria-label={t('clubOffers.pauseThis', about)}
          >
            {t('clubOffers.pause')}
          </Button>
        ) : null}
        {mayWrite && state !== 'archived' ? (
          <Button
            size="small"
            color="inherit"
            onClick={props.onArchive}
            aria-label={t('clubOffers.archiveThis', about)}
          >
            {t('clubOffers.archive')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** How much of the budget and of the uses is gone; counted for offers that run. */
function Uses({
  offer: { offer, state },
  budgets,
}: {
  readonly offer: KeptOffer;
  readonly budgets: readonly BudgetUse[];
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (state !== 'active' || budgets.length === 0)
    return (
      <span className="soft">
        {offer.budget === undefined
          ? t('clubOffers.budget.none')
          : t('clubOffers.budget.of', { limit: speech.money(offer.budget) })}
      </span>
    );
  return budgets.map(({ key, counts, used, held, limit }) => (
    <BudgetLine key={key} counts={counts} used={used} held={held} limit={limit} />
  ));
}

/** One counter: what is used, of what, and what open quotes keep aside. */
export function BudgetLine({
  counts,
  used,
  held,
  limit,
}: Pick<BudgetUse, 'counts' | 'used' | 'held' | 'limit'>) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const shown = (amount: number) => (counts === 'money' ? speech.money(amount) : speech.number(amount));
  const gone = limit === null || limit === 0 ? 0 : Math.min(1, (used + held) / limit);
  return (
    <>
      <span>
        {limit === null
          ? t(`clubOffers.budget.used.${counts}`, { used: shown(used) })
          : t(`clubOffers.budget.usedOf.${counts}`, { used: shown(used), limit: shown(limit) })}
      </span>
      {limit === null ? null : (
        <span className={styles.bar} data-full={gone >= 1} aria-hidden="true">
          <i style={{ inlineSize: `${gone * 100}%` }} />
        </span>
      )}
      {held === 0 ? null : <span className="soft">{t('clubOffers.budget.held', { held: shown(held) })}</span>}
    </>
  );
}
