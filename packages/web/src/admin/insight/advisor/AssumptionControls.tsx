import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { MARGIN_CHANGED, moneySettingsQuery } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { TypedField } from '../spend/TypedField.tsx';
import spend from '../spend/Spend.module.css';
import type { AdvisorSearch } from '../spend-search.ts';
import styles from './Advisor.module.css';
import { type Assumptions, isMoved, movedTo, SLIDERS } from './moving.ts';

type Moves = { readonly [Key in keyof AdvisorSearch]?: AdvisorSearch[Key] | undefined };

const BACK: Moves = {
  marginRate: undefined,
  horizonMonths: undefined,
  discountRate: undefined,
  causalShare: undefined,
  lift: undefined,
  fade: undefined,
  costPerPerson: undefined,
};

/** Everything the answer rests on that the past does not say, within reach beside the answer. */
export function AssumptionControls(props: {
  readonly assumptions: Assumptions;
  readonly usual: Assumptions;
  readonly moved: AdvisorSearch;
  readonly onMove: (changes: Moves) => void;
}) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const queries = useQueryClient();
  const { assumptions, usual, moved, onMove } = props;
  const keeping = useDeed({
    send: async (kept: Assumptions, headers) => {
      const { revision } = await queries.fetchQuery({ ...moneySettingsQuery(asking), staleTime: 0 });
      const { marginRate, ...assumed } = kept;
      return answerOf(
        api.PUT('/v1/insight/money/settings', { body: { marginRate, assumed, revision }, headers }),
      );
    },
    refresh: MARGIN_CHANGED,
    said: () => t('spend.assume.kept'),
    onDone: () => onMove(BACK),
  });
  const hasMoved = isMoved(moved);
  // Where there is no room beside the answer, it comes first, and the assumptions open when they are wanted.
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  return (
    <details
      key={String(isNarrow)}
      className={styles.controls}
      open={!isNarrow || hasMoved}
      aria-labelledby="assumptions"
    >
      <summary>
        <h2 id="assumptions">{t('spend.assume.title')}</h2>
      </summary>
      <p className={spend.plain}>{t('spend.assume.text')}</p>
      <TypedField
        small
        settled
        label={t('spend.assume.costPerPerson')}
        manner={moneyIn(speech)}
        value={assumptions.costPerPerson}
        least={1}
        onChange={(cost) => onMove({ costPerPerson: cost ?? undefined })}
        help={t('spend.assume.costPerPersonHelp')}
      />
      {SLIDERS.map(({ key, most, step }) => (
        <Moved
          key={key}
          label={t(`spend.assume.${key}`)}
          help={t(`spend.assume.${key}Help`)}
          value={moved[key] ?? usual[key]}
          usual={usual[key]}
          most={Math.max(most, moved[key] ?? 0, usual[key])}
          least={0}
          step={step}
          say={speech.share}
          onMove={(value) => onMove(movedTo(key, value, usual))}
        />
      ))}
      <Moved
        label={t('spend.assume.horizonMonths')}
        help={t('spend.assume.horizonMonthsHelp')}
        value={moved.horizonMonths ?? usual.horizonMonths}
        usual={usual.horizonMonths}
        least={1}
        most={Math.max(usual.horizonMonths, moved.horizonMonths ?? 0, 2)}
        step={1}
        say={(months) => t('spend.months', { count: months, shown: speech.number(months) })}
        onMove={(value) => onMove(movedTo('horizonMonths', value, usual))}
      />
      {hasMoved ? (
        <div className={`${spend.tools} not-printed`}>
          <Button variant="outlined" size="small" onClick={() => onMove(BACK)}>
            {t('spend.assume.back')}
          </Button>
          {session?.scopes.includes('insight:write') === true ? (
            <Button
              size="small"
              color="inherit"
              loading={keeping.pending}
              onClick={() => void keeping.run(assumptions)}
            >
              {t('spend.assume.keep')}
            </Button>
          ) : null}
        </div>
      ) : (
        <Alert severity="info" icon={false}>
          {t('spend.assume.usualNow')}
        </Alert>
      )}
    </details>
  );
}

/** One assumption that is moved: the number follows the hand, the answer comes when it is let go. */
function Moved(props: {
  readonly label: string;
  readonly help: string;
  readonly value: number;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly say: (value: number) => string;
  readonly onMove: (value: number) => void;
}) {
  const { t } = useTranslation();
  const { value, usual, say } = props;
  const [held, setHeld] = useState<number | null>(null);
  const [id, help] = [useId(), useId()];
  const shown = held ?? value;
  // What the hand has set stays in sight until the address says it too: the next press of a key goes on from there.
  if (held !== null && Math.abs(held - value) < 1e-4) setHeld(null);
  return (
    <div className={styles.control}>
      <div className={styles.controlHead}>
        <span id={id}>{props.label}</span>
        <strong>{say(shown)}</strong>
      </div>
      <Slider
        size="small"
        className="not-printed"
        value={shown}
        min={props.least}
        max={props.most}
        step={props.step}
        aria-labelledby={id}
        aria-describedby={help}
        getAriaValueText={say}
        onChange={(_, next) => setHeld(next)}
        onChangeCommitted={(_, next) => {
          setHeld(next);
          props.onMove(next);
        }}
      />
      <p id={help} className={styles.help}>
        {props.help}
        {Math.abs(value - usual) < 1e-9 ? null : ` ${t('spend.assume.usual', { usual: say(usual) })}`}
      </p>
    </div>
  );
}
