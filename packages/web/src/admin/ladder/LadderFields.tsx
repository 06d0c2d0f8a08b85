import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../api/answers.ts';
import { paths } from '../../paths.ts';
import { useSetting } from '../setting.ts';
import type { Looked } from './looked.ts';
import { PeriodFields } from './PeriodFields.tsx';

const route = getRouteApi('/staff/ladders/$ladder');

/** The fields at the head of the ladder: which one, on which day, over which period. */
export default function LadderFields(props: {
  readonly ladders: readonly LadderListed[];
  readonly current: string;
  readonly looked: Looked;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const navigate = route.useNavigate();
  return (
    <>
      {props.ladders.length > 1 ? (
        <TextField
          select
          size="small"
          label={t('ladder.which')}
          value={props.current}
          onChange={(event) =>
            void navigate({
              to: paths.ladder,
              params: { ladder: event.target.value },
              search: (kept) => kept,
            })
          }
          sx={{ minInlineSize: { xs: '100%', sm: 180 } }}
        >
          {props.ladders.map((one) => (
            <MenuItem key={one.key} value={one.key}>
              {speech.words(one.name)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <PeriodFields looked={props.looked} onChange={(search) => void navigate({ search })} />
    </>
  );
}
