import Button from '@mui/material/Button';
import type { Qualification } from '@nardeban/core/sales';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { qualificationVersionsQuery, readQualificationVersion } from './queries.ts';

/** What was in force before, and beginning again from one of them. */
export function Versions(props: {
  readonly inForce: number;
  readonly mayChange: boolean;
  readonly onBegin: (definition: Qualification) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const versions = useQuery(qualificationVersionsQuery(asking));
  const [reading, setReading] = useState<number | null>(null);
  if (versions.isError && versions.data === undefined)
    return <FailureNotice error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <RowsSkeleton rows={3} columns={3} height={76} />;
  const begin = async (version: number) => {
    setReading(version);
    try {
      const { definition } = await readQualificationVersion(asking, version);
      props.onBegin(definition);
    } finally {
      setReading(null);
    }
  };
  const rows = [
    ...versions.data.map(({ version, note, publishedAt, publishedBy }) => ({
      version,
      name: t('salesLeads.versions.version', { version: speech.number(version) }),
      about: [
        ...(publishedAt === null ? [] : [speech.date(publishedAt, 'short')]),
        ...(publishedBy === null ? [] : [`\u2068${publishedBy}\u2069`]),
        ...(note === null ? [] : [`\u2068${note}\u2069`]),
      ],
    })),
    { version: 0, name: t('salesLeads.versions.shipped'), about: [t('salesLeads.versions.shippedText')] },
  ];
  return (
    <ul className={spend.rows} aria-label={t('salesLeads.qualification.views.versions')}>
      {rows.map(({ version, name, about }) => (
        <li key={version}>
          <div className={spend.row}>
            <div className={spend.what}>
              <strong>{name}</strong>{' '}
              {version === props.inForce ? (
                <span className={spend.verdict} data-good="true">
                  {t('salesLeads.versions.inForce')}
                </span>
              ) : null}
              <div className={spend.about}>
                {about.map((one) => (
                  <span key={one}>{one}</span>
                ))}
              </div>
            </div>
            {props.mayChange && version !== props.inForce ? (
              <Button size="small" loading={reading === version} onClick={() => void begin(version)}>
                {t('salesLeads.versions.begin')}
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
