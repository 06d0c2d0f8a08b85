import Button from '@mui/material/Button';
import type { Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { sentenceAt, under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { Choice, NumberField } from './fields.tsx';
import { NEW_NAMES } from '@nardeban/core/programme';
import styles from './Programme.module.css';
import { freeKey, type Levels, withAt, withPart } from './shape.ts';
import type { StepProps } from './steps.ts';
import { WindowFields } from './WindowFields.tsx';

const first: Levels = {
  name: NEW_NAMES.levels,
  by: 'amount',
  span: { kind: 'rolling', window: { months: 12 } },
  grace: { months: 1 },
  down: 'step',
  levels: [
    { key: 'member', name: NEW_NAMES.firstLevel, from: 0 },
    { key: 'level-2', name: NEW_NAMES.level, from: 50_000_000 },
  ],
};

/** Status inside the club, where a business wants it: beside the ladder, and never in its place. */
export function LevelsStep({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { levels } = programme;
  const change = (changed: Levels | undefined) =>
    onChange(withPart<Programme, 'levels'>(programme, 'levels', changed));
  if (levels === undefined)
    return (
      <>
        <p className={styles.nothing}>{t('club.noLevels')}</p>
        {locked ? null : (
          <div>
            <Button variant="outlined" onClick={() => change(first)}>
              {t('club.addLevels')}
            </Button>
          </div>
        )}
      </>
    );
  const own = under(faults, 'levels');
  const list = levels.levels;
  const put = (changed: Levels['levels']) => change({ ...levels, levels: changed });
  const kind = levels.by === 'amount' || levels.by === 'invoice' ? 'money' : 'whole';
  return (
    <>
      <p className={styles.said}>{words.levels(levels)}</p>
      <ol className={styles.levels}>
        {list.map((level) => (
          <li key={level.key}>
            <strong>
              <bdi>{speech.words(level.name)}</bdi>
            </strong>{' '}
            <span className="soft">{words.levelFrom(levels, level.from)}</span>
            {level.brings === undefined ? null : (
              <>
                {' '}
                <bdi style={{ whiteSpace: 'normal' }}>{speech.words(level.brings)}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
      {locked ? null : (
        <div className={styles.form}>
          <InBothLanguages
            label={t('club.field.levelsName')}
            words={levels.name}
            faults={under(own, 'name')}
            onChange={(name) => change({ ...levels, name })}
          />
          <div className={styles.line}>
            <Choice
              label={t('club.field.levelsBy')}
              value={levels.by}
              options={(['amount', 'orders', 'points', 'invoice'] as const).map((value) => ({
                value,
                label: t(`club.levelsBy.${value}`),
              }))}
              onChange={(by) => {
                const { wallet: _wallet, ...rest } = levels;
                change({
                  ...rest,
                  by,
                  ...(by === 'points' ? { wallet: programme.wallets[0]?.key ?? 'points' } : {}),
                });
              }}
            />
            {levels.by === 'points' ? (
              <Choice
                label={t('club.field.wallet')}
                value={levels.wallet ?? ''}
                options={programme.wallets.map(({ key, name }) => ({
                  value: key,
                  label: speech.words(name),
                }))}
                fault={sentenceAt(own, 'wallet')}
                onChange={(wallet) => change({ ...levels, wallet })}
              />
            ) : null}
            <Choice
              label={t('club.field.span')}
              value={levels.span.kind}
              options={(['ever', 'rolling', 'calendar'] as const).map((value) => ({
                value,
                label: t(`club.span.${value}`),
              }))}
              onChange={(value) =>
                change({
                  ...levels,
                  span:
                    value === 'ever'
                      ? { kind: 'ever' }
                      : value === 'rolling'
                        ? { kind: 'rolling', window: { months: 12 } }
                        : { kind: 'calendar', unit: 'year', keeps: 1 },
                })
              }
            />
            {levels.span.kind === 'rolling' ? (
              <WindowFields
                label={t('club.field.long')}
                window={levels.span.window}
                onChange={(window) =>
                  window !== undefined && change({ ...levels, span: { kind: 'rolling', window } })
                }
              />
            ) : null}
            {levels.span.kind === 'calendar' ? (
              <CalendarSpan span={levels.span} onChange={(span) => change({ ...levels, span })} />
            ) : null}
          </div>
          <div className={styles.line}>
            <Choice
              label={t('club.field.down')}
              value={levels.down}
              options={(['step', 'reached', 'never'] as const).map((value) => ({
                value,
                label: t(`club.down.${value}`),
              }))}
              onChange={(down) => change({ ...levels, down })}
            />
            <WindowFields
              label={t('club.field.grace')}
              window={levels.grace}
              fault={sentenceAt(own, 'grace')}
              onChange={(grace) => change(withPart(levels, 'grace', grace))}
            />
            <WindowFields
              label={t('club.field.gap')}
              window={levels.gap}
              onChange={(gap) => change(withPart(levels, 'gap', gap))}
            />
          </div>
          {list.map((level, at) => (
            <fieldset key={level.key} className={styles.fieldset}>
              <legend>{t('club.levelNumber', { number: speech.number(at + 1) })}</legend>
              <InBothLanguages
                label={t('club.field.levelName')}
                words={level.name}
                faults={under(own, `levels[${at}].name`)}
                onChange={(name) => put(withAt(list, at, { ...level, name }))}
              />
              <InBothLanguages
                label={t('club.field.brings')}
                words={level.brings ?? { fa: '', en: '' }}
                faults={[]}
                onChange={(brings) => {
                  const isSaid = brings.fa !== '' || brings.en !== '';
                  put(withAt(list, at, withPart(level, 'brings', isSaid ? brings : undefined)));
                }}
              />
              <div className={styles.line}>
                {at === 0 && level.from === 0 ? null : (
                  <NumberField
                    key={kind}
                    label={t('club.field.from')}
                    kind={kind}
                    least={0}
                    value={level.from}
                    fault={sentenceAt(own, `levels[${at}].from`)}
                    onChange={(from) => put(withAt(list, at, { ...level, from }))}
                  />
                )}
                {list.length <= 2 ? null : (
                  <Button size="small" color="inherit" onClick={() => put(withAt(list, at, null))}>
                    {t('club.remove')}
                  </Button>
                )}
              </div>
            </fieldset>
          ))}
          <div className={styles.line}>
            {list.length >= 20 ? null : (
              <Button
                size="small"
                variant="outlined"
                onClick={() =>
                  put([
                    ...list,
                    {
                      key: freeKey('level', list),
                      name: NEW_NAMES.level,
                      from: (list.at(-1)?.from ?? 0) * 2 + 1,
                    },
                  ])
                }
              >
                {t('club.addLevel')}
              </Button>
            )}
            <Button size="small" color="inherit" onClick={() => change(undefined)}>
              {t('club.withoutLevels')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

type Calendar = Extract<Levels['span'], { kind: 'calendar' }>;

function CalendarSpan({
  span,
  onChange,
}: {
  readonly span: Calendar;
  readonly onChange: (span: Calendar) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('club.field.unit')}
        value={span.unit}
        options={(['month', 'quarter', 'year'] as const).map((value) => ({
          value,
          label: t(`club.period.${value}`),
        }))}
        onChange={(unit) => onChange({ ...span, unit })}
      />
      <NumberField
        label={t('club.field.keeps')}
        kind="whole"
        least={0}
        most={12}
        value={span.keeps}
        help={t('club.field.keepsHelp')}
        onChange={(keeps) => onChange({ ...span, keeps })}
      />
    </>
  );
}
