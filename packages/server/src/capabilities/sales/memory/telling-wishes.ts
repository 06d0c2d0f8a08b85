import type { NoteKind } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { tellSales } from '../telling.ts';
import { type WishKind, wishKinds } from './wants.ts';

/** A note of the memory, as far as criteria may ask of it. */
interface WishNote {
  readonly note: number;
  /** Under whose number it is written. */
  readonly person: number;
  readonly kind: NoteKind;
  /** Empty: none was named. */
  readonly product: string;
}

/** Tells what they need, want or like, so that ladders and lists know; of other notes nothing is told. */
export async function tellWishStated(
  tx: Tx,
  business: Business,
  wish: WishNote,
  said: { readonly text: string; readonly deal: number | null; readonly at: Instant },
): Promise<void> {
  if (!isWish(wish.kind)) return;
  await tellSales(tx, business, [
    {
      person: wish.person,
      type: 'want.stated',
      at: said.at,
      key: `want-${wish.note}-stated`,
      data: {
        ...aboutWish(wish),
        ...(said.text === '' ? {} : { text: said.text }),
        ...(said.deal === null ? {} : { deal: String(said.deal) }),
      },
    },
  ]);
}

/** Tells that it no longer stands: it is over, was never so, or was said otherwise, which is told as another. */
export async function tellWishEnded(
  tx: Tx,
  business: Business,
  wish: WishNote,
  ended: { readonly why: 'changed' | 'withdrawn' | 'over'; readonly at: Instant },
): Promise<void> {
  if (!isWish(wish.kind)) return;
  await tellSales(tx, business, [
    {
      person: wish.person,
      type: 'want.ended',
      at: ended.at,
      key: `want-${wish.note}-ended`,
      data: { ...aboutWish(wish), reason: ended.why },
    },
  ]);
}

/** What its beginning and its end tell alike: criteria choose by it those that still stand. */
function aboutWish({ note, kind, product }: WishNote) {
  return { want: String(note), kind, ...(product === '' ? {} : { product }) };
}

function isWish(kind: NoteKind): kind is WishKind {
  return (wishKinds as readonly NoteKind[]).includes(kind);
}
