import { useColorScheme } from '@mui/material/styles';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Language } from '@nardeban/core/values';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import { chooseDigits, DIGITS_CHOICES, type DigitsChoice, useDigits } from '../../language/digits.ts';
import { changeLanguage } from '../../language/languages.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSetting } from '../setting.ts';
import styles from './SettingsPage.module.css';

const LIGHTS = ['system', 'light', 'dark'] as const;

/** How the workplace looks and speaks, for one person. */
export function AppearanceSection() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { mode, setMode } = useColorScheme();
  const { speech, today } = useSetting();
  const speaking = useDeed({
    send: (language: Language, headers) =>
      answerOf(api.PATCH('/v1/account', { body: { language }, headers })),
    refresh: [['session'], ['account']],
  });
  const speak = async (language: Language) => {
    await changeLanguage(i18n, language);
    await navigate({ to: '.', search: (kept) => ({ ...kept, lang: language }), replace: true });
    await speaking.run(language);
  };
  const digits = useDigits();
  const numbering = useDeed({
    send: (chosen: DigitsChoice, headers) =>
      answerOf(api.PATCH('/v1/account', { body: { digits: chosen }, headers })),
    refresh: [['session'], ['account']],
    tellsFailure: true,
  });
  const number = async (chosen: DigitsChoice) => {
    await chooseDigits(i18n, chosen);
    await numbering.run(chosen);
  };
  return (
    <>
      <PageHeader title={t('settings.appearance.name')} meaning={t('settings.appearance.meaning')} />
      <section className={styles.card}>
        <h2>{t('settings.appearance.light')}</h2>
        <p>{t('settings.appearance.lightText')}</p>
        <ToggleButtonGroup
          exclusive
          value={mode ?? 'system'}
          aria-label={t('settings.appearance.light')}
          onChange={(_, chosen: (typeof LIGHTS)[number] | null) => {
            if (chosen !== null) setMode(chosen);
          }}
        >
          {LIGHTS.map((light) => (
            <ToggleButton key={light} value={light}>
              {t(`light.${light}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </section>
      <section className={styles.card}>
        <h2>{t('settings.appearance.language')}</h2>
        <p>{t('settings.appearance.languageText')}</p>
        <ToggleButtonGroup
          exclusive
          value={i18n.language}
          aria-label={t('settings.appearance.language')}
          onChange={(_, chosen: Language | null) => {
            if (chosen !== null) void speak(chosen);
          }}
        >
          {(['fa', 'en'] as const).map((language) => (
            <ToggleButton key={language} value={language} lang={language}>
              {t(`comingIn.languages.${language}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </section>
      <section className={styles.card}>
        <h2>{t('settings.appearance.digits')}</h2>
        <p>{t('settings.appearance.digitsText')}</p>
        <ToggleButtonGroup
          exclusive
          value={digits}
          aria-label={t('settings.appearance.digits')}
          onChange={(_, chosen: DigitsChoice | null) => {
            if (chosen !== null) void number(chosen);
          }}
        >
          {DIGITS_CHOICES.map((choice) => (
            <ToggleButton key={choice} value={choice}>
              {t(`settings.appearance.digitChoices.${choice}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <p className={styles.sample}>
          {t('settings.appearance.digitsSample', {
            number: speech.number(1_234_567),
            day: speech.day(today),
          })}
        </p>
      </section>
    </>
  );
}
