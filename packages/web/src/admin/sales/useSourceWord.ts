import { useTranslation } from 'react-i18next';

/** Sources that the program itself writes down, and those that everybody writes alike; others are said as they were written. */
const KNOWN = [
  'recommendation',
  'club',
  'friend',
  'site',
  'phone',
  'email',
  'fair',
  'direct',
  'instagram',
  'telegram',
  'google',
] as const;

/** What a source is called in the reader's language. */
export function useSourceWord(): (source: string) => string {
  const { t } = useTranslation();
  return (source) => {
    const known = KNOWN.find((one) => one === source.toLowerCase());
    return known === undefined ? source : t(`sales.sources.${known}`);
  };
}
