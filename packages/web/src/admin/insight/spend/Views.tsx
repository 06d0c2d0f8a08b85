import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

/** More than a few views break into rows on a phone; joined buttons would look torn there, so each stands by itself. */
const TORN_ABOVE = 3;
const APART = {
  '@media (max-width: 600px)': {
    gap: '6px',
    '& .MuiToggleButtonGroup-grouped': {
      margin: 0,
      border: '1px solid',
      borderColor: 'divider',
      borderRadius: '8px',
    },
  },
} as const;

/** Several views of the same thing, one of them shown. */
export function Views<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly views: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={props.label}
      value={props.value}
      onChange={(_, value: Value | null) => {
        if (value !== null) props.onChange(value);
      }}
      sx={{ flexWrap: 'wrap', ...(props.views.length > TORN_ABOVE ? APART : {}) }}
    >
      {props.views.map(({ value, label }) => (
        <ToggleButton key={value} value={value} sx={{ textTransform: 'none', paddingInline: 2 }}>
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
