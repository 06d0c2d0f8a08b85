import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { MetIcon, UnmetIcon } from '../../../ui/icons.tsx';
import { daysIn, moneyIn, numbersIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Deals.module.css';
import type { Ask, DealPage, Step } from './queries.ts';
import { TypedDay } from './TypedDay.tsx';
import { type FieldAsk, type Filled, isField, type Said } from './way.ts';

type Proof = DealPage['proofs'][number]['proofs'][number];

/** What a step asks for: what happens is shown as it is, what is known by asking is filled in here. */
export function Evidence(props: {
  readonly step: Step;
  readonly proofs: readonly Proof[];
  readonly known: DealPage['deal']['known'];
  readonly filled: Filled;
  readonly disabled?: boolean;
  readonly onFill: (filled: Filled) => void;
  /** What is said of the deal itself, where that can be said here. */
  readonly said?: Said;
  readonly onSay?: (said: Said) => void;
}) {
  const { step, proofs, known, filled, onFill, said = {}, onSay } = props;
  return (
    <ul className={styles.asks}>
      {step.asks.map((ask) => {
        const proof = proofs.find((one) => one.ask === ask.key);
        const value = ask.key in filled ? (filled[ask.key] ?? null) : (known[ask.key] ?? null);
        const isMet = isField(ask) ? value !== null && value !== '' : proof?.met === true;
        const isOptional = isField(ask) && ask.optional === true;
        return (
          <li key={ask.key} data-met={isMet}>
            <span className={styles.sign} aria-hidden="true">
              {isMet ? <MetIcon size={20} /> : isOptional ? null : <UnmetIcon size={20} />}
            </span>
            {isField(ask) ? (
              <Field
                ask={ask}
                value={value}
                disabled={props.disabled === true}
                onChange={(next) => onFill({ ...filled, [ask.key]: next })}
              />
            ) : ask.kind === 'deal' && ask.of !== 'nextStep' && !isMet && onSay !== undefined ? (
              <OfDeal of={ask.of} name={ask.name} said={said} onSay={onSay} />
            ) : (
              <Seen ask={ask} proof={proof} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What nobody ticks: it happened, or it did not. */
function Seen({ ask, proof }: { readonly ask: Ask; readonly proof: Proof | undefined }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const said =
    proof?.met === true
      ? proof.at === null
        ? t('salesDeals.ask.there')
        : t('salesDeals.ask.happened', { day: speech.dayInYear(proof.at) })
      : proof?.lack === 'unanswered'
        ? t('salesDeals.ask.unanswered', { count: proof.open, shown: speech.number(proof.open) })
        : proof?.lack === 'not-happened'
          ? t('salesDeals.ask.notHappened')
          : t('salesDeals.ask.notSaid');
  return (
    <span className={styles.seen}>
      <bdi>{speech.words(ask.name)}</bdi>
      <span className="soft">{said}</span>
    </span>
  );
}

/** What the deal itself has to have, said where it is missing. */
function OfDeal(props: {
  readonly of: 'amount' | 'products' | 'expectedClose';
  readonly name: Ask['name'];
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}) {
  const { speech } = useSetting();
  const { of, said, onSay } = props;
  const label = speech.words(props.name);
  if (of === 'amount')
    return (
      <TypedField
        small
        label={label}
        manner={moneyIn(speech)}
        value={said.amount ?? null}
        least={0}
        onChange={(amount) => onSay({ ...said, amount })}
      />
    );
  if (of === 'expectedClose')
    return (
      <TypedDay
        label={label}
        manner={daysIn(speech)}
        value={said.expectedClose ?? null}
        onChange={(expectedClose) => onSay({ ...said, expectedClose })}
      />
    );
  return (
    <TextField
      size="small"
      fullWidth
      label={label}
      value={said.products ?? ''}
      onChange={(event) => onSay({ ...said, products: event.target.value })}
      slotProps={{ htmlInput: { dir: 'auto', maxLength: 2000 } }}
    />
  );
}

function Field(props: {
  readonly ask: FieldAsk;
  readonly value: string | number | null;
  readonly disabled: boolean;
  readonly onChange: (value: string | number | null) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { ask, value, disabled, onChange } = props;
  const name = speech.words(ask.name);
  const label = ask.optional === true ? t('salesDeals.ask.optional', { name }) : name;
  switch (ask.kind) {
    case 'number':
    case 'money':
      return (
        <TypedField
          small
          label={label}
          manner={ask.kind === 'money' ? moneyIn(speech) : numbersIn(speech)}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'day':
      return (
        <TypedDay
          label={label}
          manner={daysIn(speech)}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <TextField
          select
          size="small"
          fullWidth
          label={label}
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <MenuItem value="">{t('salesDeals.ask.notYet')}</MenuItem>
          {ask.choices.map((choice) => (
            <MenuItem key={choice.key} value={choice.key}>
              {speech.words(choice.name)}
            </MenuItem>
          ))}
        </TextField>
      );
    case 'text':
      return (
        <TextField
          size="small"
          fullWidth
          multiline
          maxRows={6}
          label={label}
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value.trim() === '' ? null : event.target.value)}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 2000 } }}
        />
      );
  }
}
