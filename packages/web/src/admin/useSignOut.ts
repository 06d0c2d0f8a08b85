import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { signOut } from '../api/client.ts';
import { keptSession } from '../loading/kept-session.ts';
import { paths } from '../paths.ts';
import { useToasts } from '../ui/toasts.ts';
import { forgetDrafts } from '../ui/useDraft.ts';
import { forgetRecent } from './palette/recent.ts';

/** The way out: nothing of what was seen or typed stays in this browser. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toasts = useToasts();
  return useCallback(async () => {
    try {
      await signOut();
    } catch (error) {
      toasts.failed(error instanceof Error ? error : String(error));
      return;
    }
    forgetDrafts();
    forgetRecent();
    keptSession.forget();
    queries.clear();
    await navigate({ to: paths.signIn, search: {} });
  }, [navigate, queries, toasts]);
}
