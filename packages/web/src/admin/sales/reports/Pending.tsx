import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';

/** In place of a report that is not there yet, or could not be had. */
export function Pending({
  told,
}: {
  readonly told: { readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown };
}) {
  return told.isError ? (
    <FailureNotice error={told.error} onRetry={() => void told.refetch()} />
  ) : (
    <BlockSkeleton height={480} />
  );
}
