import type { Definition } from '@nardeban/core/ladder';
import { type Asking, headersOf } from './client.ts';
import { asFailure, Failure, failureOf } from '../failure/failure.ts';
import type { WhatIf } from './studio-queries.ts';

/**
 * Climbs everybody by a draft, on the server, and tells how far it is. Aborting `signal` ends the work there too. Rejects
 * with a Failure.
 */
export async function tryDraft(
  asking: Asking,
  asked: { readonly definition: Definition; readonly months: number },
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<WhatIf> {
  const response = await fetch('/v1/what-if', {
    method: 'POST',
    headers: { ...headersOf(asking), 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(asked),
    signal,
  }).catch((error: unknown) => {
    throw asFailure(error);
  });
  if (!response.ok || response.body === null) {
    throw failureOf(response.status, await response.json().catch(() => null));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = await reader.read().catch((error: unknown) => {
      throw asFailure(error);
    });
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const told = JSON.parse(line) as Line;
      if (told.answer !== undefined) return told.answer;
      if (told.refusal !== undefined) throw new Failure('refused', told.refusal);
      onProgress(told.people ?? 0, told.total ?? 0);
    }
    if (done) throw new Failure('broken');
  }
}

interface Line {
  readonly people?: number;
  readonly total?: number;
  readonly answer?: WhatIf;
  readonly refusal?: { readonly code: string; readonly sentence?: string };
}
