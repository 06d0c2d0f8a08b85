import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { SearchIcon } from '../../../ui/icons.tsx';

/** So long after the last key what is typed is looked for. */
const PAUSE_MS = 300;

/** What is looked for, as the address holds it; it follows what is typed a moment later. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}) {
  const { value, onSearch } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    const text = typed.trim();
    if (text === value) return;
    const waiting = setTimeout(() => onSearch(text), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [typed, value, onSearch]);
  return (
    <TextField
      size="small"
      type="search"
      label={props.label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      slotProps={{
        htmlInput: { maxLength: 200, dir: 'auto', autoComplete: 'off' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon size={18} />
            </InputAdornment>
          ),
        },
      }}
      sx={{ inlineSize: { xs: '100%', sm: 300 } }}
    />
  );
}
