import { useTranslation } from 'react-i18next';
import { MetIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Deals.module.css';
import type { DealPage } from './queries.ts';

/** The way of a deal: the steps it has left, where it stands, and those to come, with the sale between them. */
export function StepPath(props: {
  readonly page: DealPage;
  readonly mayMove: boolean;
  readonly onGo: (step: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { page } = props;
  const { deal } = page;
  const { steps } = page.pipeline.definition;
  const here = steps.findIndex(({ key }) => key === page.step);
  const isOver = deal.finishedAt !== null;
  const isDone = (place: number): boolean => (deal.state === 'won' && isOver) || place < here;
  return (
    // What scrolls is reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <nav aria-label={t('salesDeals.path.title')} className={styles.pathBox} tabIndex={0}>
      <ol className={styles.path}>
        {steps.map((step, place) => {
          const isHere = place === here && !isOver;
          const state = isDone(place) ? 'done' : isHere ? 'here' : 'ahead';
          const name = speech.words(step.name);
          const isSale = step.after === true && steps[place - 1]?.after !== true;
          // A lost deal is opened again first; a won one does not go back over the sale.
          const mayGo =
            props.mayMove &&
            !isHere &&
            deal.state !== 'lost' &&
            !(deal.state === 'won' && step.after !== true);
          const content = (
            <>
              <span className={styles.pathSign} aria-hidden="true">
                {state === 'done' ? <MetIcon size={18} /> : speech.number(place + 1)}
              </span>
              <bdi>{name}</bdi>
              <span className="only-heard">{t(`salesDeals.path.${state}`)}</span>
            </>
          );
          return (
            <li
              key={step.key}
              data-state={state}
              data-sale={isSale}
              {...(isHere ? { 'aria-current': 'step' as const } : {})}
            >
              {mayGo ? (
                <button
                  type="button"
                  onClick={() => props.onGo(step.key)}
                  title={t('salesDeals.path.goTo', { step: name })}
                >
                  {content}
                </button>
              ) : (
                <span className={styles.pathStep}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
