export const CAPTURE_VIEWS = ['forms', 'sent', 'links', 'letters', 'lists', 'visits', 'sources'] as const;
export type CaptureView = (typeof CAPTURE_VIEWS)[number];

export const SENT_STATES = ['waiting', 'taken', 'repeated', 'discarded', 'refused'] as const;
export type SentState = (typeof SENT_STATES)[number];

/** What the address of the page on forms holds. */
export interface CaptureSearch {
  /** The forms are shown without it. */
  readonly view?: Exclude<CaptureView, 'forms'>;
  /** The form that is open, by its key. */
  readonly form?: string;
  /** A new one is being laid out. */
  readonly add?: true;
  /** Of what was sent: only in this state; what waits is shown without it. */
  readonly state?: SentState;
  /** Of what was sent: only the lines of this list. */
  readonly list?: number;
}

export function readCapture(raw: Readonly<Record<string, unknown>>): CaptureSearch {
  const view = CAPTURE_VIEWS.find((one) => one === raw['view']);
  const state = SENT_STATES.find((one) => one === raw['state']);
  const { form, list } = raw;
  return {
    ...(view === undefined || view === 'forms' ? {} : { view }),
    ...(typeof form === 'string' && /^[a-z][a-z0-9-]{0,62}$/.test(form) ? { form } : {}),
    ...(raw['add'] === true ? { add: true } : {}),
    ...(state === undefined ? {} : { state }),
    ...(typeof list === 'number' && Number.isSafeInteger(list) && list > 0 ? { list } : {}),
  };
}
