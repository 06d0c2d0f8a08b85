import { TypedField } from '../../insight/spend/TypedField.tsx';
import { wholesIn } from '../../insight/spend/manners.ts';
import { useSetting } from '../../setting.ts';

/** A whole number in any digits. `onChange` is given null when the field was emptied. */
export function WholeField(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least?: number;
  readonly most?: number;
  readonly help?: string;
  readonly fault?: string | undefined;
}) {
  const { speech } = useSetting();
  return <TypedField small manner={wholesIn(speech)} {...props} />;
}
