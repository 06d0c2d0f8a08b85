import Button from '@mui/material/Button';
import { CADENCE_PRESETS } from '@nardeban/core/sales';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlusIcon, RhythmIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { type KeptSeries, seriesQuery } from './queries.ts';
import { EMPTY_SERIES, newKey } from './series-draft.ts';
import { startOf } from './series-words.ts';
import { SeriesEditor } from './SeriesEditor.tsx';
import styles from './Today.module.css';

/** The series of touches of the business, and the one that is open. */
export function SeriesList(props: {
  readonly open: string | undefined;
  readonly mayManage: boolean;
  readonly onOpen: (key: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const found = useQuery(seriesQuery(asking));
  const { open, mayManage, onOpen } = props;
  if (found.isError && found.data === undefined)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <RowsSkeleton rows={3} columns={1} height={64} />;
  const series = found.data;
  if (open !== undefined) {
    const kept = series.find(({ key }) => key === open);
    const preset = CADENCE_PRESETS.find(({ key }) => key === open)?.[speech.language];
    return (
      <SeriesEditor
        key={`${open} ${kept?.revision ?? 0}`}
        seriesKey={kept?.key ?? (preset === undefined ? newKey(series.map(({ key }) => key)) : open)}
        kept={kept ?? null}
        begin={preset ?? EMPTY_SERIES}
        mayManage={mayManage}
        onClose={() => onOpen(undefined)}
      />
    );
  }
  const presets = CADENCE_PRESETS.filter(({ key }) => !series.some((one) => one.key === key));
  const buttons = mayManage ? (
    <div className={styles.buttons}>
      {presets.map((preset) => (
        <Button key={preset.key} variant="outlined" onClick={() => onOpen(preset.key)}>
          {preset[speech.language].name}
        </Button>
      ))}
      <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => onOpen('new')}>
        {t('salesToday.series.new')}
      </Button>
    </div>
  ) : null;
  if (series.length === 0)
    return (
      <EmptyState icon={<RhythmIcon size={30} />} title={t('salesToday.series.none')} actions={buttons}>
        {t('salesToday.series.noneText')}
      </EmptyState>
    );
  return (
    <div className={styles.stack}>
      {buttons}
      <ul className={styles.list}>
        {series.map((one) => (
          <li key={one.key}>
            <SeriesRow series={one} onOpen={() => onOpen(one.key)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SeriesRow({ series, onOpen }: { readonly series: KeptSeries; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { definition, running, archived } = series;
  return (
    <article className={styles.card}>
      <div className={styles.heading}>
        <h2>
          <bdi>{definition.name}</bdi>
        </h2>
        <Button size="small" onClick={onOpen}>
          {t('salesToday.series.open')}
        </Button>
      </div>
      <p className={styles.under}>
        <span>
          {t('salesToday.series.touches', {
            count: definition.touches.length,
            shown: speech.number(definition.touches.length),
          })}
        </span>
        <span>{t('salesToday.series.runs', { count: running, shown: speech.number(running) })}</span>
        <span>
          {definition.start === null
            ? t('salesToday.series.byHand')
            : t(`salesToday.series.start.${startOf(definition.start)}`)}
        </span>
        {archived ? <span>{t('salesToday.series.archived')}</span> : null}
      </p>
    </article>
  );
}
