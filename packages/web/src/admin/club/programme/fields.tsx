import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { daysIn, type Manner, moneyIn } from '../../criteria/figures.ts';
import { hundredthsIn, wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';

/** `percent` is kept in hundredths of a percent, `times` in hundredths; `money` in minor units. */
export type NumberKind = 'money' | 'whole' | 'percent' | 'times';

function useManner(kind: NumberKind): Manner<number> {
  const { speech } = useSetting();
  if (kind === 'money') return moneyIn(speech);
  const whole = wholesIn(speech);
  if (kind === 'whole') return whole;
  const share = hundredthsIn(speech);
  const parts = kind === 'percent' ? 10_000 : 100;
  const read: Manner<number>['read'] = (text) => {
    const found = share.read(text);
    if (!found.ok) return found;
    return { ok: true, value: Math.round(found.value * (kind === 'percent' ? parts : parts * 100)) };
  };
  return {
    show: (kept) => speech.number(kind === 'percent' ? kept / 100 : kept / parts),
    read,
    ...(kind === 'percent' && share.after !== undefined ? { after: share.after } : {}),
  };
}

interface Numeric {
  readonly label: string;
  readonly kind: NumberKind;
  readonly least?: number;
  readonly most?: number;
  readonly help?: ReactNode;
  readonly fault?: string | undefined;
}

/** A number there must be: emptied, the last one stays until another is there, with a word about it. */
export function NumberField(
  props: Numeric & { readonly value: number; readonly onChange: (value: number) => void },
) {
  const { t } = useTranslation();
  const manner = useManner(props.kind);
  const [missing, setMissing] = useState(false);
  const { value, onChange, fault, kind: _kind, ...rest } = props;
  return (
    <TypedField
      {...rest}
      small
      required
      manner={manner}
      value={missing ? null : value}
      fault={missing ? t('club.field.number') : fault}
      onChange={(typed) => {
        setMissing(typed === null);
        if (typed !== null) onChange(typed);
      }}
    />
  );
}

/** A number there may be; emptied, there is none. */
export function MaybeNumber(
  props: Numeric & {
    readonly value: number | undefined;
    readonly onChange: (value: number | undefined) => void;
  },
) {
  const manner = useManner(props.kind);
  const { value, onChange, kind: _kind, ...rest } = props;
  return (
    <TypedField
      {...rest}
      small
      manner={manner}
      value={value ?? null}
      onChange={(typed) => onChange(typed ?? undefined)}
    />
  );
}

/** One of a few, each by its words. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly help?: ReactNode;
  readonly fault?: string | undefined;
}) {
  // What is no longer among them is still shown as what stands there.
  const isKnown = props.options.some(({ value }) => value === props.value);
  return (
    <TextField
      select
      size="small"
      label={props.label}
      value={props.value}
      error={props.fault !== undefined}
      helperText={props.fault ?? props.help}
      onChange={(event) => props.onChange(event.target.value as Value)}
    >
      {isKnown ? null : (
        <MenuItem value={props.value}>
          <bdi>{props.value}</bdi>
        </MenuItem>
      )}
      {props.options.map(({ value, label }) => (
        <MenuItem key={value} value={value} sx={{ whiteSpace: 'normal' }}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Several of a few. */
export function Choices<Value extends string>(props: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (values: Value[]) => void;
  readonly help?: ReactNode;
  readonly fault?: string | undefined;
}) {
  const { t } = useTranslation();
  const labelOf = (value: Value): string =>
    props.options.find((one) => one.value === value)?.label ?? `\u2068${value}\u2069`;
  const unknown = props.values.filter((value) => props.options.every((one) => one.value !== value));
  return (
    <TextField
      select
      size="small"
      label={props.label}
      value={[...props.values]}
      error={props.fault !== undefined}
      helperText={props.fault ?? props.help}
      onChange={(event) => props.onChange([...(event.target.value as unknown as Value[])])}
      slotProps={{
        select: {
          multiple: true,
          renderValue: (chosen) => (chosen as Value[]).map(labelOf).join(t('listSeparator')),
        },
      }}
    >
      {[...unknown.map((value) => ({ value, label: labelOf(value) })), ...props.options].map(
        ({ value, label }) => (
          <MenuItem key={value} value={value}>
            {label}
          </MenuItem>
        ),
      )}
    </TextField>
  );
}

/** Names with commas between them, as they stand on orders. */
export function NamesField(props: {
  readonly label: string;
  readonly names: readonly string[];
  readonly onChange: (names: string[]) => void;
  readonly help?: ReactNode;
  readonly fault?: string | undefined;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      size="small"
      label={props.label}
      value={typed ?? props.names.join(t('listSeparator'))}
      error={props.fault !== undefined}
      helperText={props.fault ?? props.help}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const names = text
          .split(/[,،;\n]/)
          .map((name) => name.trim().slice(0, 200))
          .filter((name) => name !== '');
        props.onChange([...new Set(names)]);
      }}
      onBlur={() => setTyped(null)}
      autoComplete="off"
      slotProps={{ htmlInput: { dir: 'auto' } }}
    />
  );
}

/** A day of the business's calendar, kept as `2026-03-21`; any digits and either calendar may be typed. */
export function MaybeDay(props: {
  readonly label: string;
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly required?: boolean;
  readonly fault?: string | undefined;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const manner = daysIn(speech);
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const read = typed === null || typed.trim() === '' ? null : manner.read(typed);
  const unread = left && read !== null && !read.ok ? sayRefusal(read.refusal, speech.language) : undefined;
  const missing = left && props.required === true && typed?.trim() === '' ? t('club.field.day') : undefined;
  const fault = unread ?? missing ?? props.fault;
  return (
    <TextField
      size="small"
      required={props.required ?? false}
      label={props.label}
      value={typed ?? (props.day === undefined ? '' : manner.show(props.day))}
      placeholder={speech.day(today, 'short')}
      error={fault !== undefined}
      helperText={fault}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        setLeft(false);
        if (text.trim() === '') {
          if (props.required !== true) props.onChange(undefined);
          return;
        }
        const found = manner.read(text);
        if (found.ok) props.onChange(found.value);
      }}
      onBlur={() => {
        setLeft(true);
        if (read?.ok === true) setTyped(null);
      }}
      autoComplete="off"
      slotProps={{
        htmlInput: { dir: 'ltr', inputMode: 'numeric', style: { textAlign: 'start' } },
        inputLabel: { shrink: true },
      }}
    />
  );
}
