import TextField from '@mui/material/TextField';
import type { Words } from '@nardeban/core/ladder';
import { useTranslation } from 'react-i18next';
import { type Fault, sentenceAt } from '../criteria/faults.ts';
import styles from './Studio.module.css';

const LANGUAGES = ['fa', 'en'] as const;

/** A text in Persian and in English, each in its own direction. */
export function InBothLanguages(props: {
  readonly label: string;
  readonly words: Words;
  readonly faults: readonly Fault[];
  readonly disabled?: boolean;
  readonly lines?: number;
  readonly onChange: (words: Words) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.both}>
      {LANGUAGES.map((language) => {
        const fault = sentenceAt(props.faults, language);
        return (
          <TextField
            key={language}
            size="small"
            fullWidth
            label={t(`studio.in.${language}`, { what: props.label })}
            value={props.words[language]}
            disabled={props.disabled === true}
            error={fault !== undefined}
            helperText={fault}
            multiline={props.lines !== undefined}
            {...(props.lines === undefined ? {} : { minRows: props.lines, maxRows: 8 })}
            onChange={(event) => props.onChange({ ...props.words, [language]: event.target.value })}
            slotProps={{
              htmlInput: { dir: language === 'fa' ? 'rtl' : 'ltr', lang: language, maxLength: 2000 },
            }}
          />
        );
      })}
    </div>
  );
}
