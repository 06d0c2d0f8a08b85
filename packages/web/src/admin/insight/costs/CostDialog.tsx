import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { type Cost, type CostAsked, costNow, COSTS_CHANGED } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { TypedField } from '../spend/TypedField.tsx';
import spend from '../spend/Spend.module.css';
import {
  askedOf,
  COST_KINDS,
  type CostForm,
  formOf,
  isWholeMonth,
  monthOf,
  monthsOffered,
  newCost,
  sameAgain,
  sayPeriod,
  versionOf,
} from './cost-form.ts';

/** So far ahead a cost may be entered. */
const DAYS_AHEAD = 366;
const OTHER_DAYS = 'days';

interface Changing {
  readonly cost: Cost;
  readonly revision: number;
  readonly asked: CostAsked;
}

/** Enters a cost, or changes the one that is given. */
export function CostDialog(props: {
  readonly cost: Cost | null;
  readonly channels: readonly string[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const queries = useQueryClient();
  const { cost } = props;
  const { calendar } = speech;
  const [form, setForm, draft] = useDraft<CostForm>(
    `cost:${cost?.id ?? 'new'}`,
    cost === null ? newCost(today, calendar) : formOf(cost, today),
  );
  const [isAsked, setAsked] = useState(false);
  const [byDays, setByDays] = useState(!isWholeMonth(form, calendar));
  const done = () => {
    draft.forget();
    props.onClose();
  };
  const entering = useDeed({
    send: (body: CostAsked, headers) => answerOf(api.POST('/v1/insight/costs', { body, headers })),
    refresh: COSTS_CHANGED,
    tellsFailure: true,
    said: ({ amount }) => t('spend.costs.entered', { amount: speech.money(amount) }),
    onDone: done,
  });
  const changing = useDeed({
    send: ({ cost: { id }, revision, asked }: Changing, headers) =>
      answerOf(
        api.PUT('/v1/insight/costs/{id}', {
          params: { path: { id } },
          body: { ...asked, revision },
          headers,
        }),
      ),
    refresh: COSTS_CHANGED,
    tellsFailure: true,
    said: () => t('spend.costs.changed'),
    onDone: done,
    changed: {
      versions: async ({ cost: seen, asked }) => {
        const now = await costNow(asking, seen);
        return {
          mine: versionOf(asked, speech, t),
          theirs: now === undefined ? [] : versionOf(sameAgain(now), speech, t),
        };
      },
      reload: async () => {
        done();
        await queries.invalidateQueries({ queryKey: ['costs'] });
      },
      onTop: async (input) => {
        const now = await costNow(asking, input.cost);
        return { ...input, revision: now?.revision ?? input.revision };
      },
    },
  });
  const deed = cost === null ? entering : changing;
  const failure = deed.failure?.kind === 'changed' ? null : deed.failure;
  const asked = askedOf(form);
  const write = (changes: Partial<CostForm>) => {
    setForm({ ...form, ...changes });
    deed.clear();
  };
  const submit = () => {
    setAsked(true);
    if (asked === undefined) return;
    if (cost === null) void entering.run(asked);
    else void changing.run({ cost, revision: cost.revision, asked });
  };
  const FIELDS = ['channel', 'campaign', 'amount', 'to', 'note'];
  const sentenceOn = (field: string) => (failure?.field === field ? failureText(failure, t) : undefined);
  const months = monthsOffered(today, calendar);
  const chosenMonth = isoDay(form.from);
  const isOffered = months.some(({ from }) => from === form.from);

  return (
    <FormDialog
      open
      title={t(cost === null ? 'spend.costs.enter' : 'spend.costs.change')}
      deed={t(cost === null ? 'spend.costs.enterDeed' : 'spend.costs.save')}
      pending={deed.pending}
      onClose={props.onClose}
      onSubmit={submit}
    >
      {failure === null || FIELDS.includes(failure.field ?? '') ? null : (
        <Alert severity="error">{failureText(failure, t)}</Alert>
      )}
      {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
      <TypedField
        label={t('spend.costs.amount')}
        manner={moneyIn(speech)}
        value={form.amount}
        onChange={(amount) => write({ amount })}
        required
        autoFocus
        fault={
          sentenceOn('amount') ?? (isAsked && asked === undefined ? t('spend.costs.amountNeeded') : undefined)
        }
        help={form.amount === null ? undefined : speech.money(form.amount)}
      />
      <div className={spend.pair}>
        <TextField
          select
          label={t('spend.costs.time')}
          value={byDays ? OTHER_DAYS : chosenMonth}
          onChange={(event) => {
            const day = dayOfAddress(event.target.value);
            setByDays(day === null);
            if (day !== null) write(monthOf(day, calendar));
          }}
          helperText={t('spend.costs.timeHelp')}
        >
          {byDays || isOffered ? null : <MenuItem value={chosenMonth}>{sayPeriod(form, speech, t)}</MenuItem>}
          {months.map(({ from }) => (
            <MenuItem key={from} value={isoDay(from)}>
              {speech.month(from)}
            </MenuItem>
          ))}
          <MenuItem value={OTHER_DAYS}>{t('spend.costs.otherDays')}</MenuItem>
        </TextField>
        <TextField
          select
          label={t('spend.costs.kind')}
          value={form.kind}
          onChange={(event) =>
            write({ kind: COST_KINDS.find((one) => one === event.target.value) ?? 'other' })
          }
        >
          {COST_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`spend.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
      </div>
      {byDays ? (
        <div className={spend.days}>
          <DayField
            label={t('period.from')}
            day={form.from}
            last={today + DAYS_AHEAD}
            speech={speech}
            onChange={(from) => write({ from, to: Math.max(from, form.to) })}
          />
          <DayField
            label={t('period.to')}
            day={form.to}
            last={today + DAYS_AHEAD}
            speech={speech}
            onChange={(to) => write({ to, from: Math.min(to, form.from) })}
          />
          {sentenceOn('to') === undefined ? null : <p className={spend.fault}>{sentenceOn('to')}</p>}
        </div>
      ) : null}
      <Autocomplete<string, false, false, true>
        freeSolo
        options={[...props.channels]}
        inputValue={form.channel}
        onInputChange={(_, channel) => write({ channel })}
        renderInput={(field) => (
          <TextField
            {...field}
            label={t('spend.costs.channel')}
            error={sentenceOn('channel') !== undefined}
            helperText={sentenceOn('channel') ?? t('spend.costs.channelHelp')}
          />
        )}
      />
      <div className={spend.pair}>
        <TextField
          label={t('spend.costs.campaign')}
          value={form.campaign}
          onChange={(event) => write({ campaign: event.target.value })}
          error={sentenceOn('campaign') !== undefined}
          helperText={sentenceOn('campaign') ?? t('spend.costs.campaignHelp')}
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 80 } }}
        />
        <TextField
          label={t('spend.costs.note')}
          value={form.note}
          onChange={(event) => write({ note: event.target.value })}
          error={sentenceOn('note') !== undefined}
          helperText={sentenceOn('note')}
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
        />
      </div>
    </FormDialog>
  );
}
