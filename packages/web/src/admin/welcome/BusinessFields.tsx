import TextField from '@mui/material/TextField';
import { monthName } from '@nardeban/core/values';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../language/languages.ts';
import { showNumber } from '../../language/numbers.ts';
import styles from '../sign-in/Entrance.module.css';
import { type BusinessForm, KINDS } from './business-form.ts';
import { WeekendField } from './WeekendField.tsx';

/** The currencies offered by name; any other by its code. */
const CURRENCIES = ['EUR', 'USD', 'AED', 'TRY', 'GBP', 'AFN', 'IQD', 'CAD', 'SEK'];

/** What a business is: asked when it is founded, and changed in the settings. `below` stands after the name. */
export function BusinessFields(props: {
  readonly form: BusinessForm;
  readonly onChange: (form: BusinessForm) => void;
  readonly currencyFixed?: boolean;
  readonly sentenceAt?: (field: string) => string | undefined;
  readonly below?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const { form, onChange, sentenceAt = () => undefined } = props;
  const language = isLanguage(i18n.language) ? i18n.language : 'fa';
  const change = (changes: Partial<BusinessForm>) => onChange({ ...form, ...changes });
  const zones = useMemo(() => {
    const all = Intl.supportedValuesOf('timeZone');
    return all.includes(form.zone) ? all : [form.zone, ...all];
  }, [form.zone]);
  const currencyNames = useMemo(() => new Intl.DisplayNames([language], { type: 'currency' }), [language]);
  const money = form.currency === 'IRR' ? form.unit : form.currency;
  const [month = 1, day = 1] = form.fiscalYearStart.split('-').map(Number);
  const days = form.calendar === 'jalali' ? (month <= 6 ? 31 : month <= 11 ? 30 : 29) : gregorianDays(month);
  const fiscal = (nextMonth: number, nextDay: number) =>
    `${String(nextMonth).padStart(2, '0')}-${String(nextDay).padStart(2, '0')}`;
  const problem = (field: string) => {
    const fault = sentenceAt(field);
    return { error: fault !== undefined, helperText: fault };
  };

  return (
    <>
      <TextField
        className="whole"
        label={t('comingIn.fields.name')}
        required
        value={form.name}
        onChange={(event) => change({ name: event.target.value })}
        {...problem('name')}
        slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', autoComplete: 'organization' } }}
      />
      {props.below}
      <Choice
        label={t('comingIn.fields.kind')}
        value={form.kind}
        onChange={(kind) => change({ kind: KINDS.find((one) => one === kind) ?? 'other' })}
        options={KINDS.map((kind) => [kind, t(`comingIn.kinds.${kind}`)])}
      />
      <Choice
        label={t('comingIn.fields.money')}
        value={money}
        {...problem('currency')}
        onChange={(chosen) =>
          change(
            chosen === 'toman' || chosen === 'rial'
              ? { currency: 'IRR', unit: chosen }
              : { currency: chosen, unit: 'major' },
          )
        }
        options={[
          ...(props.currencyFixed === true && form.currency !== 'IRR'
            ? []
            : ([
                ['toman', t('comingIn.monies.toman')],
                ['rial', t('comingIn.monies.rial')],
              ] as const)),
          ...(props.currencyFixed === true && form.currency === 'IRR'
            ? []
            : [...new Set([...CURRENCIES, form.currency])]
                .filter((code) => code !== 'IRR' && (props.currencyFixed !== true || code === form.currency))
                .map((code): readonly [string, string] => [
                  code,
                  `${currencyNames.of(code) ?? code} (${code})`,
                ])),
        ]}
      />
      {props.currencyFixed === true ? (
        <p className={styles.note}>{t('comingIn.fields.currencyFixed')}</p>
      ) : null}
      <Choice
        label={t('comingIn.fields.calendar')}
        value={form.calendar}
        onChange={(calendar) =>
          change({ calendar: calendar === 'gregorian' ? 'gregorian' : 'jalali', fiscalYearStart: '01-01' })
        }
        options={(['jalali', 'gregorian'] as const).map((one) => [one, t(`comingIn.calendars.${one}`)])}
      />
      <Choice
        label={t('comingIn.fields.zone')}
        value={form.zone}
        leftToRight
        {...problem('zone')}
        onChange={(zone) => change({ zone })}
        options={zones.map((zone) => [zone, zone.replaceAll('_', ' ')])}
      />
      <Choice
        label={t('comingIn.fields.fiscalYearMonth')}
        value={String(month)}
        {...problem('fiscalYearStart')}
        onChange={(chosen) => change({ fiscalYearStart: fiscal(Number(chosen), 1) })}
        options={Array.from({ length: 12 }, (_, index) => [
          String(index + 1),
          monthName(index + 1, form.calendar, language),
        ])}
      />
      <Choice
        label={t('comingIn.fields.fiscalYearDay')}
        value={String(day)}
        onChange={(chosen) => change({ fiscalYearStart: fiscal(month, Number(chosen)) })}
        options={Array.from({ length: days }, (_, index) => [
          String(index + 1),
          showNumber(index + 1, language),
        ])}
      />
      <Choice
        label={t('comingIn.fields.language')}
        value={form.language}
        onChange={(chosen) => change({ language: chosen === 'en' ? 'en' : 'fa' })}
        options={(['fa', 'en'] as const).map((one) => [one, t(`comingIn.languages.${one}`)])}
      />
      <WeekendField
        days={form.weekend}
        language={language}
        onChange={(weekend) => change({ weekend })}
        fault={sentenceAt('weekend')}
      />
    </>
  );
}

/** One of a few, by the chooser the device itself has: quick on a telephone, and reached by typing. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly error?: boolean;
  readonly helperText?: string | undefined;
  readonly leftToRight?: boolean;
  readonly size?: 'small' | 'medium';
  readonly className?: string;
}) {
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      size={props.size ?? 'medium'}
      onChange={(event) => props.onChange(event.target.value)}
      error={props.error === true}
      helperText={props.helperText}
      {...(props.className === undefined ? {} : { className: props.className })}
      slotProps={{
        select: { native: true },
        inputLabel: { shrink: true },
        ...(props.leftToRight === true ? { htmlInput: { dir: 'ltr' } } : {}),
      }}
    >
      {props.options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}

/** As many days as the month has in every year. */
function gregorianDays(month: number): number {
  return new Date(Date.UTC(2025, month, 0)).getUTCDate();
}
