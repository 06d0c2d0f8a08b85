import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { readNumber } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inReadersDigits } from '../../language/digits.ts';
import { useSetting } from '../setting.ts';
import type { Club, PersonAtTill } from './answers.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Sale } from './sale.ts';
import styles from './Till.module.css';
import { goTo } from './useTillKeys.ts';
import type { ClubWords } from './wording.ts';

type RewardHere = Club['rewards'][number];

/** The rewards that can be given with this sale, and how much is spent on each where the customer may choose. */
export function RewardsGiven(props: {
  readonly rewards: readonly RewardHere[];
  readonly person: PersonAtTill;
  readonly sale: Sale;
  readonly words: ClubWords;
  readonly isOnline: boolean;
  readonly onChange: (next: (before: Sale) => Sale) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { rewards, person, sale, words, isOnline, onChange } = props;
  const set = (key: string, units: number | null) =>
    onChange((before) => ({
      ...before,
      rewards: before.rewards.map((one) => (one.key === key ? { key, units } : one)),
    }));
  return (
    <fieldset className={styles.rewards}>
      <legend>{t('till.extras.rewards')}</legend>
      {rewards.map(({ key, name, price }) => {
        const isTaken = sale.rewards.some((one) => one.key === key);
        const has = person.balances.find(({ wallet }) => wallet === price.wallet)?.available ?? 0;
        const { least, most } = boundsOf(price, has);
        return (
          <Button
            key={key}
            size="small"
            variant={isTaken ? 'contained' : 'outlined'}
            aria-pressed={isTaken}
            disabled={!isOnline || (!isTaken && has < least)}
            onClick={() =>
              onChange((before) => ({
                ...before,
                rewards: isTaken
                  ? before.rewards.filter((one) => one.key !== key)
                  : [...before.rewards, { key, units: price.kind === 'fixed' ? null : least }],
              }))
            }
          >
            <bdi>{speech.words(name)}</bdi>&nbsp;·&nbsp;
            {inReadersDigits(
              t(least === most ? 'till.units' : 'till.extras.from', {
                units: speech.number(least),
                wallet: words.wallet(price.wallet),
              }),
            )}
          </Button>
        );
      })}
      {rewards.map((reward) => {
        const taken = sale.rewards.find(({ key }) => key === reward.key);
        const has = person.balances.find(({ wallet }) => wallet === reward.price.wallet)?.available ?? 0;
        return taken === undefined || reward.price.kind === 'fixed' ? null : (
          <HowMuch
            key={reward.key}
            id={`till-reward-${reward.key}`}
            label={t('till.extras.spendOn', {
              name: speech.words(reward.name),
              wallet: words.wallet(reward.price.wallet),
            })}
            bounds={boundsOf(reward.price, has)}
            units={taken.units}
            disabled={!isOnline}
            onChange={(units) => set(reward.key, units)}
          />
        );
      })}
    </fieldset>
  );
}

function HowMuch(props: {
  readonly id: string;
  readonly label: string;
  readonly bounds: Bounds;
  readonly units: number | null;
  readonly disabled: boolean;
  readonly onChange: (units: number) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [typed, setTyped] = useState<string | null>(null);
  const { least, most, step } = props.bounds;
  const read = typed === null ? null : readNumber(typed, { grouping: 'thousands' });
  const fits = (units: number) => units >= least && units <= most && units % step === 0;
  const isWrong = read !== null && !(read.ok && fits(read.value));
  return (
    <TextField
      id={props.id}
      className={styles.howMuch}
      size="small"
      label={props.label}
      value={typed ?? (props.units === null ? '' : speech.number(props.units))}
      disabled={props.disabled}
      error={isWrong}
      helperText={t(step === 1 ? 'till.extras.between' : 'till.extras.betweenSteps', {
        least: speech.number(least),
        most: speech.number(most),
        step: speech.number(step),
      })}
      onChange={({ target }) => {
        setTyped(target.value);
        const found = readNumber(target.value, { grouping: 'thousands' });
        if (found.ok && fits(found.value)) props.onChange(found.value);
      }}
      // What cannot be is put back to what is spent.
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (!isWrong) goTo('till-pay');
      }}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: 'numeric', dir: 'ltr', style: { textAlign: 'start' } } }}
    />
  );
}
