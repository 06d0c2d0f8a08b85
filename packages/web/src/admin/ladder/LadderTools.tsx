import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../api/answers.ts';
import { paths } from '../../paths.ts';
import { useTab } from '../../ui/PageHeader.tsx';
import { useSetting } from '../setting.ts';
import type { Looked } from './looked.ts';
import { PeriodFields } from './PeriodFields.tsx';
import styles from './LadderPage.module.css';

const route = getRouteApi('/staff/ladders/$ladder');

/** Which ladder is looked at, on which day, and over which period. All of it lives in the address. */
export function LadderTools(props: {
  readonly ladders: readonly LadderListed[];
  readonly current: string;
  readonly title: string | undefined;
  readonly looked: Looked;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const navigate = route.useNavigate();
  const { looked } = props;
  useTab(props.title);

  return (
    <div className={styles.head}>
      <div className={styles.heading}>
        <h1>{props.title ?? <Skeleton width={240} />}</h1>
        <p className="soft">
          {t(looked.day === today ? 'ladder.today' : 'ladder.onDay', { day: speech.day(looked.day, 'full') })}
        </p>
      </div>
      <div className={`${styles.tools} not-printed`}>
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
        <PeriodFields looked={looked} onChange={(search) => void navigate({ search })} />
      </div>
    </div>
  );
}
