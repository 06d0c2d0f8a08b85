import { checkForm, type Form } from '@nardeban/core/sales';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { sentForm } from './form-draft.ts';
import { type FormInput, previewQuery } from './queries.ts';

const TYPING_MS = 400;

/** The form as strangers will see it, in either language, drawn by the server that will serve it. No script runs in it. */
export function Preview({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [language, setLanguage] = useState(speech.language);
  const [settled, setSettled] = useState(form);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(form), TYPING_MS);
    return () => clearTimeout(timer);
  }, [form]);
  const { definition, lacksWords } = useDeferredValue(useMemo(() => sentForm(settled), [settled]));
  const isWhole = !lacksWords && checkForm(definition).ok;
  const { data } = useQuery({ ...previewQuery(asking, definition as FormInput, language), enabled: isWhole });
  return (
    <section className={styles.preview} aria-labelledby="form-preview">
      <h2 id="form-preview">{t('salesCapture.preview')}</h2>
      <Views
        label={t('salesCapture.previewIn')}
        value={language}
        views={[
          { value: 'fa', label: t('sales.inPersian') },
          { value: 'en', label: t('sales.inEnglish') },
        ]}
        onChange={setLanguage}
      />
      {data === null || (!isWhole && data === undefined) ? (
        <p className="soft">{t('salesCapture.previewNot')}</p>
      ) : (
        <iframe
          title={t('salesCapture.preview')}
          // Its own origin, so that it finds its style; and no script, whatever somebody wrote into a field.
          sandbox="allow-same-origin"
          srcDoc={pageOf(data ?? '', language)}
        />
      )}
    </section>
  );
}

function pageOf(html: string, language: 'fa' | 'en'): string {
  return `<!doctype html><html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>form</title><link rel="stylesheet" href="/pages/style.css"></head><body><main>${html}</main></body></html>`;
}
