export const fieldKinds = [
  'name',
  'mobile',
  'email',
  'text',
  'long',
  'number',
  'choice',
  'product',
  'tick',
  'hidden',
] as const;
export type FormFieldKind = (typeof fieldKinds)[number];

/** What an answer becomes. Names, mobiles and e-mails are who they are; that is not for the form to say. */
export const becomings = ['identity', 'trait', 'price', 'demo', 'note', 'wish'] as const;
export type Becoming = (typeof becomings)[number];

/** What an answer of each kind may become, the usual first. */
export const mayBecome: Readonly<Record<FormFieldKind, readonly Becoming[]>> = {
  name: ['identity'],
  mobile: ['identity'],
  email: ['identity'],
  text: ['note', 'trait', 'wish'],
  long: ['note', 'wish'],
  number: ['trait', 'note'],
  choice: ['trait', 'note', 'wish', 'price', 'demo'],
  product: ['price', 'demo', 'wish', 'note'],
  tick: ['demo', 'price', 'trait', 'note'],
  hidden: ['trait', 'note'],
};

/** Looks worth filling in to a robot, and is shown to nobody. */
export const TRAP = 'website_url';
