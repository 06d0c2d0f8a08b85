import type { Form } from '@nardeban/core/sales';

/** What every part of the editor is given: the form, and how to change something of it. */
export interface PartProps {
  readonly form: Form;
  readonly onChange: (changes: Partial<Form>) => void;
}
