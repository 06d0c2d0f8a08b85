import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { FailureNotice } from './FailureNotice.tsx';

/** A view that could not be opened at all. */
export function Stopped({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <FailureNotice
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
