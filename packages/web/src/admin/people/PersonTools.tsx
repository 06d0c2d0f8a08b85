import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Day } from '@nardeban/core/values';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../api/answers.ts';
import { DayField } from '../../ui/DayField.tsx';
import { addressOfDay, useSetting } from '../setting.ts';
import styles from './PersonPage.module.css';

const route = getRouteApi('/staff/people/$person');

/** On which ladder and on which day the person is looked at. */
export function PersonTools(props: {
  readonly ladders: readonly LadderListed[];
  readonly current: string | undefined;
  readonly day: Day;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const navigate = route.useNavigate();
  return (
    <div className={styles.tools}>
      {props.ladders.length > 1 ? (
        <TextField
          select
          size="small"
          label={t('ladder.which')}
          value={props.current ?? ''}
          onChange={(event) => void navigate({ search: (kept) => ({ ...kept, ladder: event.target.value }) })}
          sx={{ minInlineSize: { xs: '100%', sm: 180 } }}
        >
          {props.ladders.map((one) => (
            <MenuItem key={one.key} value={one.key}>
              {speech.words(one.name)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <DayField
        label={t('ladder.asOf')}
        day={props.day}
        last={today}
        speech={speech}
        onChange={(chosen) => {
          const address = addressOfDay(chosen, today);
          void navigate({
            search: ({ asOf: _asOf, ...kept }) => ({
              ...kept,
              ...(address === undefined ? {} : { asOf: address }),
            }),
          });
        }}
      />
    </div>
  );
}
