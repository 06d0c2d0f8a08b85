import type { Offer } from '@nardeban/core/offers';
import type { Missing, OfferDraft } from './offer-form.ts';

/** What every part of the form is given. */
export interface PartProps {
  readonly draft: OfferDraft;
  readonly onChange: (changes: Partial<OfferDraft>) => void;
  /** Changes what the form keeps of the offer as it is. */
  readonly onKept: (changes: { readonly [Key in keyof Offer]?: Offer[Key] | undefined }) => void;
  readonly missing: Missing | null;
  /** What the server refused, beside the field it is about. */
  readonly faultOf: (field: string) => string | undefined;
}
