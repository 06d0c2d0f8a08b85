import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerQuery, type Question, type Results } from '../../api/insight-queries.ts';
import { BlockSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';

/** What the run that is read answered to a question, once it is there. */
export function Answer<Asked extends Question>(props: {
  readonly question: Asked;
  /** The run that is read. */
  readonly run: number;
  /** About as high as what comes, so that nothing jumps. */
  readonly height?: number;
  readonly children: (result: Results[Asked], asOf: number) => ReactNode;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { data, error, isError, refetch } = useQuery(answerQuery(asking, props.question, props.run));
  if (data === undefined) {
    return isError ? (
      <FailureNotice error={error} onRetry={() => void refetch()} />
    ) : (
      <BlockSkeleton height={props.height ?? 420} />
    );
  }
  // A version of the program before this one may not have asked it yet.
  if (data === null) return <p className="soft">{t('insight.notAnswered')}</p>;
  return props.children(data.result, data.asOf);
}
