import { useTranslation } from 'react-i18next';
import type { Advised } from '../../../api/money-queries.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { Figures } from '../chart/Figures.tsx';
import { TypedField } from '../spend/TypedField.tsx';
import spend from '../spend/Spend.module.css';
import type { Advice } from './moving.ts';
import { useNames } from './useNames.ts';

type Moves = { readonly budget?: number | undefined; readonly costPerPerson?: number | undefined };

/** In which order to spend a given budget, the best first, and what of it is better kept. */
export function PlanSection(props: {
  readonly advised: Advised;
  readonly advice: Advice;
  readonly budget: number | null;
  readonly costPerPerson: number | null;
  readonly onMove: (changes: Moves) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { advice, budget, costPerPerson, onMove } = props;
  return (
    <section className={spend.section}>
      <h2>{t('spend.plan.title')}</h2>
      <p>{t('spend.plan.text')}</p>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <TypedField
          small
          settled
          label={t('spend.plan.budget')}
          manner={moneyIn(speech)}
          value={budget}
          least={1}
          onChange={(next) => onMove({ budget: next ?? undefined })}
        />
        <TypedField
          small
          settled
          label={t('spend.assume.costPerPerson')}
          manner={moneyIn(speech)}
          value={costPerPerson}
          least={1}
          onChange={(next) => onMove({ costPerPerson: next ?? undefined })}
        />
      </div>
      {advice.plan === null ? (
        <p className={spend.plain}>
          {t(costPerPerson === null ? 'spend.plan.needsCost' : 'spend.plan.needsBudget')}
        </p>
      ) : (
        <Plan advised={props.advised} advice={advice} plan={advice.plan} />
      )}
    </section>
  );
}

function Plan(props: {
  readonly advised: Advised;
  readonly advice: Advice;
  readonly plan: NonNullable<Advice['plan']>;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const money = useMoney();
  const names = useNames(props.advised);
  const { advice, plan } = props;
  const recencies = new Map(
    advice.steps.flatMap(({ byRecency }) => byRecency.map((one) => [one.recency, one] as const)),
  );
  const isOneType = advice.basis.types.length < 2;
  const whoOf = ({ type, recency }: (typeof plan.steps)[number]) => {
    const known = recencies.get(recency);
    const parts = [
      ...(isOneType ? [] : [names.type(type)]),
      ...(known === undefined ? [] : [names.recency(known)]),
    ];
    return parts.join(t('listSeparator'));
  };
  return (
    <>
      <Figures
        label={t('spend.plan.title')}
        items={[
          { label: t('spend.plan.spend'), value: money(plan.spend) },
          { label: t('spend.plan.left'), value: money(plan.left), note: t('spend.plan.leftNote') },
          { label: t('spend.plan.gain'), value: money(plan.gain) },
          { label: t('spend.plan.climbs'), value: speech.number(Math.round(plan.climbs * 10) / 10) },
        ]}
      />
      {plan.steps.length === 0 ? (
        <p className={spend.plain}>{t('spend.plan.nothing')}</p>
      ) : (
        <ChartCard
          title={t('spend.plan.order')}
          definition={t('spend.plan.orderText')}
          asOf={advice.asOf}
          file="spend-plan"
          table={{
            columns: [
              { label: t('spend.plan.place') },
              { label: t('spend.advisor.step') },
              { label: t('spend.advisor.who') },
              { label: t('spend.plan.round'), numeric: true },
              { label: t('spend.plan.people'), numeric: true },
              { label: t('spend.plan.spend'), numeric: true },
              { label: t('spend.plan.climbs'), numeric: true },
              { label: t('spend.plan.gain'), numeric: true },
              { label: t('spend.plan.returned'), numeric: true },
            ],
            rows: plan.steps.map((step, index) => [
              speech.number(index + 1),
              names.step(step.rung),
              whoOf(step),
              cells.number(step.round),
              cells.number(step.people),
              cells.money(step.spend),
              cells.number(Math.round(step.climbs * 10) / 10),
              cells.money(step.gain),
              cells.number(Math.round(step.returned * 100) / 100),
            ]),
          }}
        />
      )}
    </>
  );
}
