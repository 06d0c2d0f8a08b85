import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Language } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../../ui/toasts.ts';
import { useSetting } from '../../setting.ts';
import styles from './Words.module.css';

const COUNTS = [3, 6, 12, 24] as const;

/** What to put into one's own site so that published words of customers are shown there. */
export function Embed() {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const [language, setLanguage] = useState<Language>(speech.language);
  const [count, setCount] = useState<number>(6);
  const business = session?.business;
  if (business === undefined) return null;
  const page = `${location.origin}/embed/${business.slug}/testimonials?language=${language}&count=${count}`;
  const frame = `<iframe src="${page.replaceAll('&', '&amp;')}" title="${escaped(business.name)}" style="width:100%;height:420px;border:0" loading="lazy"></iframe>`;
  const script = `<script src="${location.origin}/embed/testimonials.js" data-business="${business.slug}" data-language="${language}" data-count="${count}" async></script>\n<noscript>${frame}</noscript>`;
  return (
    <div className={styles.rule}>
      <p className={styles.soft}>{t('salesWords.recommend.embedText')}</p>
      <div className={styles.two}>
        <TextField
          select
          size="small"
          label={t('salesWords.recommend.embedLanguage')}
          value={language}
          onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'fa')}
        >
          {(['fa', 'en'] as const).map((one) => (
            <MenuItem key={one} value={one}>
              {t(one === 'fa' ? 'sales.inPersian' : 'sales.inEnglish')}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={t('salesWords.recommend.embedCount')}
          value={count}
          onChange={(event) => setCount(Number(event.target.value))}
        >
          {COUNTS.map((one) => (
            <MenuItem key={one} value={one}>
              {speech.number(one)}
            </MenuItem>
          ))}
        </TextField>
      </div>
      <Snippet label={t('salesWords.recommend.embedScript')} text={script} />
      <Snippet label={t('salesWords.recommend.embedFrame')} text={frame} />
      <section className={styles.part}>
        <h2>{t('salesWords.recommend.embedPreview')}</h2>
        <iframe
          key={page}
          src={page}
          title={t('salesWords.recommend.embedPreview')}
          className={styles.frame}
          sandbox=""
        />
      </section>
    </div>
  );
}

function Snippet({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.say(t('salesWords.ask.copied'));
    } catch {
      toasts.failed(t('salesWords.ask.notCopied'));
    }
  };
  return (
    <section className={styles.part} aria-label={label}>
      <div className={styles.heading}>
        <h2>{label}</h2>
        <Button size="small" variant="outlined" onClick={() => void copy()}>
          {t('salesWords.ask.copy')}
        </Button>
      </div>
      <pre className={styles.code} dir="ltr">
        <code>{text}</code>
      </pre>
    </section>
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
