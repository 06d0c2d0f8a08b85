import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../welcome/BusinessFields.tsx';
import { SHOWN_KINDS, type ShownKind } from './shapes.ts';

/** What something is, and the list of its choices where it is one of a list. */
export function KindFields(props: {
  readonly kind: ShownKind;
  readonly choices: string;
  /** The kind is settled; only a text may still become a list of choices, and back. */
  readonly settled?: boolean;
  readonly fault?: string | undefined;
  readonly onKind: (kind: ShownKind) => void;
  readonly onChoices: (choices: string) => void;
}) {
  const { t } = useTranslation();
  const isText = props.kind === 'text' || props.kind === 'choice';
  const kinds =
    props.settled === true ? (isText ? (['text', 'choice'] as const) : [props.kind]) : SHOWN_KINDS;
  return (
    <>
      <Choice
        label={t('words.kind')}
        value={props.kind}
        onChange={(kind) => props.onKind(kind as ShownKind)}
        options={kinds.map((kind) => [kind, t(`words.kinds.${kind}`)])}
        helperText={t(`words.kindHelp.${props.kind}`)}
      />
      {props.kind === 'choice' ? (
        <TextField
          label={t('words.choices')}
          value={props.choices}
          onChange={(event) => props.onChoices(event.target.value)}
          multiline
          minRows={3}
          maxRows={8}
          error={props.fault !== undefined}
          helperText={props.fault ?? t('words.choicesHelp')}
          slotProps={{ htmlInput: { dir: 'auto' } }}
        />
      ) : null}
    </>
  );
}
