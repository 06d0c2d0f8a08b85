import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

/** The business's name in addresses; proposed from its name until somebody types their own. */
export function SlugField(props: {
  readonly slug: string;
  readonly onChange: (slug: string) => void;
  readonly fault: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      className="whole"
      label={t('comingIn.fields.slug')}
      required
      value={props.slug}
      onChange={(event) => props.onChange(event.target.value.toLowerCase())}
      error={props.fault !== undefined}
      helperText={props.fault ?? t('comingIn.fields.slugHelp')}
      slotProps={{ htmlInput: { dir: 'ltr', maxLength: 63, pattern: '[a-z0-9](-?[a-z0-9])*' } }}
    />
  );
}
