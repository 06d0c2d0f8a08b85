import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { Day } from '@nardeban/core/values';
import { DayField } from '../../../ui/DayField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Codes.module.css';

/** So far ahead a day can be chosen: ten years. */
const DAYS_AHEAD = 3660;

/** A day that need not be said: the box says whether there is one, and `usual` is where it begins. */
export function OptionalDay(props: {
  readonly ask: string;
  readonly label: string;
  readonly day: Day | null;
  readonly usual: Day;
  readonly fault?: string | undefined;
  readonly onChange: (day: Day | null) => void;
}) {
  const { speech, today } = useSetting();
  const { day } = props;
  return (
    <div className={styles.optional}>
      <FormControlLabel
        label={props.ask}
        control={
          <Checkbox
            checked={day !== null}
            onChange={(event) => props.onChange(event.target.checked ? props.usual : null)}
          />
        }
      />
      {day === null ? null : (
        <DayField
          label={props.label}
          day={day}
          last={Math.max(day, today + DAYS_AHEAD)}
          speech={speech}
          onChange={props.onChange}
        />
      )}
      {props.fault === undefined ? null : <p className={styles.fault}>{props.fault}</p>}
    </div>
  );
}
