import type { QuotationDocument } from '@nardeban/core/sales';
import type { Result } from '@nardeban/core/values';
import type { Logo } from '../paper.ts';
import { drawnAside } from './drawing.ts';

const MOST = 40;
const kept = new Map<string, Promise<Result<Buffer>>>();

/**
 * The paper of what was sent, drawn once while it is asked for again and again: whoever has a link cannot keep the program drawing. The
 * hash names the document and so the file. Refusal: `papers_too_many`.
 */
export function keptPdf(
  document: QuotationDocument,
  { hash, logo }: { readonly hash: string; readonly logo: Logo | null },
): Promise<Result<Buffer>> {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  const drawn = drawnAside(document, { hash, logo });
  kept.set(hash, drawn);
  // What could not be drawn is tried again by whoever asks next.
  drawn.then(
    ({ ok }) => ok || kept.delete(hash),
    () => kept.delete(hash),
  );
  const oldest = kept.keys().next();
  if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
  return drawn;
}
