import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { Scalar } from '@nardeban/core/criteria';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type SuggestionsAsked, suggestionsQuery } from '../../api/criteria-queries.ts';
import { useSetting } from '../setting.ts';

const MOST_VALUES = 100;

/** A text, with those that really occur in the business's own history offered while it is typed. */
export function SuggestedText(props: {
  readonly label: string;
  readonly value: string;
  readonly about: SuggestionsAsked | null;
  readonly nameOf?: (value: string) => string;
  /** What is offered first, whether it occurs or not. */
  readonly first?: readonly string[];
  readonly fault?: string | undefined;
  readonly onChange: (value: Scalar) => void;
}) {
  const { values, open, setOpen } = useSuggestions(props.about);
  const nameOf = props.nameOf ?? ((value: string) => value);
  const options = [...new Set([...(props.first ?? []), ...values.map(String)])];
  return (
    <Autocomplete<string, false, true, true>
      freeSolo
      disableClearable
      size="small"
      open={open && options.length > 0}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options}
      getOptionLabel={nameOf}
      value={props.value}
      onChange={(_, chosen) => props.onChange(scalarOf(chosen, values))}
      onInputChange={(_, text, reason) => {
        if (reason === 'input') props.onChange(scalarOf(text, values));
      }}
      sx={{ inlineSize: 'clamp(150px, 22ch, 100%)', display: 'inline-flex' }}
      renderInput={(field) => (
        <TextField
          {...field}
          error={props.fault !== undefined}
          slotProps={{
            ...field.slotProps,
            htmlInput: {
              ...field.slotProps.htmlInput,
              'aria-label': props.label,
              dir: 'auto',
              maxLength: 200,
            },
          }}
        />
      )}
    />
  );
}

/** Several values, each as a chip; Enter or the blur adds what was typed. */
export function SuggestedTexts(props: {
  readonly label: string;
  readonly values: readonly Scalar[];
  readonly about: SuggestionsAsked | null;
  /** The only values there are; without them those that occur are offered. */
  readonly choices?: readonly string[] | undefined;
  readonly show: (value: Scalar) => string;
  /** Undefined: what was typed is no such value. */
  readonly read: (text: string) => Scalar | undefined;
  readonly fault?: string | undefined;
  readonly onChange: (values: readonly Scalar[]) => void;
}) {
  const {
    values: occurring,
    open,
    setOpen,
  } = useSuggestions(props.choices === undefined ? props.about : null);
  const values: readonly Scalar[] = props.choices ?? occurring;
  return (
    <Autocomplete<Scalar, true, false, true>
      multiple
      freeSolo
      autoSelect
      size="small"
      open={open && values.length > 0}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={[...values]}
      filterSelectedOptions
      getOptionLabel={props.show}
      getOptionKey={String}
      value={[...props.values]}
      onChange={(_, chosen) => {
        const read = chosen.flatMap((one) => {
          // What was typed comes as a text; what was picked is already a value.
          const scalar =
            typeof one === 'string' && !props.values.includes(one) ? readTyped(one, values, props.read) : one;
          return scalar === undefined || scalar === '' ? [] : [scalar];
        });
        props.onChange([...new Set(read)].slice(0, MOST_VALUES));
      }}
      sx={{ inlineSize: 'auto', minInlineSize: 'min(240px, 100%)', display: 'inline-flex' }}
      renderInput={(field) => (
        <TextField
          {...field}
          error={props.fault !== undefined}
          slotProps={{
            ...field.slotProps,
            htmlInput: {
              ...field.slotProps.htmlInput,
              'aria-label': props.label,
              dir: 'auto',
              maxLength: 200,
            },
          }}
        />
      )}
    />
  );
}

function readTyped(
  text: string,
  values: readonly Scalar[],
  read: (text: string) => Scalar | undefined,
): Scalar | undefined {
  return values.includes(text) ? text : read(text.trim());
}

/** A typed «35» is the number where the business's own values are numbers. */
function scalarOf(text: string, values: readonly Scalar[]): Scalar {
  return values.find((one) => String(one) === text) ?? text;
}

function useSuggestions(about: SuggestionsAsked | null) {
  const { asking } = useSetting();
  const [open, setOpen] = useState(false);
  const { data = [] } = useQuery({ ...suggestionsQuery(asking, about), enabled: about !== null && open });
  return { values: data, open, setOpen };
}
