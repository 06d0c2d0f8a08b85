import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { importQuery } from '../../api/imports-queries.ts';
import { paths } from '../../paths.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { BlockSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { ImportResult } from './ImportResult.tsx';
import { ImportRun } from './ImportRun.tsx';
import { MappingStep } from './MappingStep.tsx';
import { StateMark } from './StateMark.tsx';
import { UndoCard } from './UndoCard.tsx';
import { makerOf, momentOf } from './words.tsx';

const route = getRouteApi('/staff/imports/$import');

/** One file on its way: looked at, under way, done, taken back. Whatever it is, it shows after a reload too. */
export function ImportPage() {
  const { t } = useTranslation();
  const { import: number } = route.useParams();
  const { asking, speech } = useSetting();
  const id = /^[1-9][0-9]{0,14}$/.test(number) ? Number(number) : 0;
  const found = useQuery(importQuery(asking, id));
  const one = found.data;

  if (one === undefined && found.isError)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader
        title={one === undefined ? undefined : <bdi style={{ whiteSpace: 'normal' }}>{one.fileName}</bdi>}
        tab={one?.fileName}
        crumbs={[
          <Link key="imports" to={paths.imports}>
            {t('imports.title')}
          </Link>,
        ]}
        meaning={
          one === undefined
            ? undefined
            : t('imports.by', { who: makerOf(one.madeBy, t), when: momentOf(one.madeAt, speech) })
        }
        actions={one === undefined ? undefined : <StateMark state={one.state} />}
      />
      {one === undefined ? (
        <BlockSkeleton height={360} />
      ) : one.state === 'proposed' ? (
        <MappingStep one={one} />
      ) : one.state === 'done' ? (
        <ImportResult one={one} />
      ) : one.state === 'undoing' || one.state === 'undone' ? (
        <UndoCard one={one} />
      ) : (
        <ImportRun one={one} />
      )}
    </>
  );
}
