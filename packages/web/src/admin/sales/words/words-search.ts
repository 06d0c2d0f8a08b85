import { objectionKinds } from '@nardeban/core/sales';
import type { AskAnswer, ObjectionKind, TestimonialState } from './queries.ts';

/** What the address of the page on objections holds. */
export interface ObjectionsSearch {
  /** The library is shown without it. */
  readonly view?: 'testimonials';
  readonly kind?: ObjectionKind;
  readonly archived?: true;
  readonly state?: TestimonialState;
}

export const TESTIMONIAL_STATES = [
  'given',
  'published',
  'hidden',
  'asked',
  'withdrawn',
] as const satisfies readonly TestimonialState[];

type Raw = Readonly<Record<string, unknown>>;

export function readObjections(raw: Raw): ObjectionsSearch {
  const kind = objectionKinds.find((one) => one === raw['kind']);
  const state = TESTIMONIAL_STATES.find((one) => one === raw['state']);
  return {
    ...(raw['view'] === 'testimonials' ? { view: 'testimonials' } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(raw['archived'] === true ? { archived: true } : {}),
    ...(state === undefined ? {} : { state }),
  };
}

/** What the address of the page on recommendations holds. */
export interface RecommendationsSearch {
  /** Who is ready to be asked is shown without it. */
  readonly view?: 'asked' | 'friends' | 'embed' | 'rule';
  readonly answer?: AskAnswer | 'open';
  /** Whose friends are open. */
  readonly referrer?: number;
}

const VIEWS = ['asked', 'friends', 'embed', 'rule'] as const;
export const ASK_ANSWERS = ['open', 'yes', 'later', 'no'] as const;

export function readRecommendations(raw: Raw): RecommendationsSearch {
  const view = VIEWS.find((one) => one === raw['view']);
  const answer = ASK_ANSWERS.find((one) => one === raw['answer']);
  const referrer = Number(raw['referrer']);
  return {
    ...(view === undefined ? {} : { view }),
    ...(answer === undefined ? {} : { answer }),
    ...(Number.isSafeInteger(referrer) && referrer > 0 ? { referrer } : {}),
  };
}
