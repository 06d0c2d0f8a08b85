import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EyeIcon } from './EyeIcon.tsx';

/** A password, which its owner may look at while they type it. */
export function PasswordField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** 'new' for one that is being chosen: browsers then propose a good one. */
  readonly kind: 'current' | 'new';
  readonly autoFocus?: boolean;
  readonly fault?: string | undefined;
  readonly help?: string;
  readonly className?: string;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={props.label}
      type={shown ? 'text' : 'password'}
      name={props.kind === 'new' ? 'new-password' : 'password'}
      autoComplete={props.kind === 'new' ? 'new-password' : 'current-password'}
      required
      autoFocus={props.autoFocus === true}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      error={props.fault !== undefined}
      helperText={props.fault ?? props.help}
      {...(props.className === undefined ? {} : { className: props.className })}
      slotProps={{
        htmlInput: { dir: 'ltr', ...(props.kind === 'new' ? { minLength: 10, maxLength: 128 } : {}) },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-pressed={shown}
                aria-label={t(shown ? 'comingIn.hidePassword' : 'comingIn.showPassword')}
                onClick={() => setShown(!shown)}
              >
                <EyeIcon crossed={shown} />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
