import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useAsking } from '../admin/setting.ts';
import { useConflicts, type Version } from '../ui/conflicts.ts';
import { useToasts } from '../ui/toasts.ts';
import { headersOf } from './client.ts';
import { asFailure, type Failure, isPassing } from '../failure/failure.ts';

/** How often, and how soon, a deed whose answer got lost is sent again: with the same key, so it is done once. */
const RETRIES = 4;
const FIRST_WAIT_MS = 600;
const LONGEST_WAIT_MS = 8_000;

export type DeedHeaders = Readonly<Record<string, string>>;

/** Something that is done on the server. `Input` is plain data: two equal inputs in a row are one intent. */
export interface Deed<Input, Answer> {
  /** Sends it; `headers` hold the business, the language and the Idempotency-Key. Wrap the request in `answerOf`. */
  readonly send: (input: Input, headers: DeedHeaders) => Promise<Answer>;
  /**
   * Shows it as done before it is; answers how to take that back, which is called when it fails. Write with
   * `queries.setQueryData`; reads of the same keys under way are called off for `refresh`'s keys first.
   */
  readonly optimistic?: (queries: QueryClient, input: Input) => () => void;
  /** What has to be read again afterwards, by the beginnings of their keys. */
  readonly refresh?: readonly QueryKey[];
  /** The word said when it is done. */
  readonly said?: (answer: Answer, input: Input) => string;
  /** The opposite deed. With it, the word said carries an undo button with a countdown. */
  readonly undo?: (answer: Answer, input: Input, headers: DeedHeaders) => Promise<unknown>;
  /** For a 409 `changed_meanwhile`: what the dialog shows and offers. */
  readonly changed?: Changed<Input>;
  readonly onDone?: (answer: Answer, input: Input) => void;
  /** True where the page shows `failure` itself, beside the field or in a dialog: then no toast says it again. */
  readonly tellsFailure?: boolean;
}

interface Changed<Input> {
  /** What the reader wrote, and what stands on the server now, side by side: the same labels in the same order. */
  readonly versions?: (input: Input) => Promise<{ readonly mine: Version; readonly theirs: Version }>;
  /** Shows what stands on the server now. What was typed stays in its fields. */
  readonly reload: () => Promise<unknown>;
  /** The same intent on top of what stands now (the new revision in it); without it, only reloading is offered. */
  readonly onTop?: (input: Input) => Promise<Input>;
}

export interface DoingDeed<Input, Answer> {
  /** Does it; undefined when it failed (`failure` says why, and a toast said it). Never rejects. */
  readonly run: (input: Input) => Promise<Answer | undefined>;
  /** The same, rejecting with the Failure: for a ConfirmDialog, which shows it. No toast then. */
  readonly attempt: (input: Input) => Promise<Answer>;
  readonly pending: boolean;
  /** The input under way, for showing which row is busy. */
  readonly input: Input | undefined;
  readonly failure: Failure | null;
  readonly clear: () => void;
}

export function useDeed<Input, Answer>(deed: Deed<Input, Answer>): DoingDeed<Input, Answer> {
  const asking = useAsking();
  const queries = useQueryClient();
  const toasts = useToasts();
  const conflicts = useConflicts();
  const intent = useRef<{ readonly input: string; readonly key: string } | null>(null);

  /** One key for one intent: the same input again, after a failure, is the same intent. */
  const keyFor = (input: Input): string => {
    const written = JSON.stringify(input) ?? '';
    if (intent.current?.input !== written) intent.current = { input: written, key: crypto.randomUUID() };
    return intent.current.key;
  };
  const headersWith = (key: string): DeedHeaders => ({ ...headersOf(asking), 'idempotency-key': key });
  const refresh = () =>
    Promise.all((deed.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));

  const mutation = useMutation<Answer, Failure, Input, (() => void) | undefined>({
    mutationFn: (input) =>
      deed.send(input, headersWith(keyFor(input))).catch((error: unknown) => {
        throw asFailure(error);
      }),
    retry: (failures, error) => isPassing(error) && failures < RETRIES,
    retryDelay: (failures) => Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS),
    // A deed is not held back until the browser believes in a network: the server may stand on this very machine.
    networkMode: 'always',
    onMutate: async (input) => {
      if (deed.optimistic === undefined) return undefined;
      // An answer that was asked for earlier would put the old state back over what is shown as done.
      await Promise.all((deed.refresh ?? []).map((queryKey) => queries.cancelQueries({ queryKey })));
      return deed.optimistic(queries, input);
    },
    onError: (_error, _input, takeBack) => takeBack?.(),
    onSuccess: (answer, input) => {
      intent.current = null;
      deed.onDone?.(answer, input);
      const text = deed.said?.(answer, input);
      const { undo } = deed;
      if (text !== undefined && undo !== undefined) {
        const key = crypto.randomUUID();
        toasts.undo(text, async () => {
          await undo(answer, input, headersWith(key));
          await refresh();
        });
      } else if (text !== undefined) {
        toasts.say(text);
      }
    },
    onSettled: () => void refresh(),
  });

  const attempt = async (input: Input): Promise<Answer> => {
    try {
      return await mutation.mutateAsync(input);
    } catch (error) {
      const failure = asFailure(error);
      const { changed } = deed;
      if (failure.kind !== 'changed' || changed === undefined) throw failure;
      const decided = await conflicts.ask({
        failure,
        versions: async () => changed.versions?.(input) ?? null,
        canGoOnTop: changed.onTop !== undefined,
      });
      if (decided === 'reload') await changed.reload();
      if (decided !== 'onTop' || changed.onTop === undefined) throw failure;
      return attempt(await changed.onTop(input));
    }
  };
  const run = async (input: Input): Promise<Answer | undefined> => {
    try {
      return await attempt(input);
    } catch (error) {
      const failure = asFailure(error);
      // Who has just looked at the two versions needs no third word about them.
      const isSettled = failure.kind === 'changed' && deed.changed !== undefined;
      if (deed.tellsFailure !== true && !isSettled) {
        toasts.failed(failure, isPassing(failure) ? () => run(input) : undefined);
      }
      return undefined;
    }
  };

  return {
    run,
    attempt,
    pending: mutation.isPending,
    input: mutation.isPending ? mutation.variables : undefined,
    failure: mutation.error,
    clear: useCallback(() => mutation.reset(), [mutation]),
  };
}
