import TextField from '@mui/material/TextField';

/** A short word such as a source or a campaign; empty: none. */
export function WordField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly help?: string;
  readonly required?: boolean;
  readonly fault?: string | undefined;
  readonly onChange: (value: string | null) => void;
}) {
  const { label, value, help, fault, required = false, onChange } = props;
  return (
    <TextField
      size="small"
      label={label}
      required={required}
      value={value ?? ''}
      error={fault !== undefined}
      helperText={fault ?? help}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      autoComplete="off"
      slotProps={{ htmlInput: { dir: 'auto', maxLength: 100, required: false, 'aria-required': required } }}
    />
  );
}
