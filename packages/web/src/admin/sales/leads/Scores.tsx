import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import type { Qualification } from './useLeadWords.ts';

/** Both scores beside each other, each against what is asked of it. */
export function Scores(props: {
  readonly fit: number;
  readonly engagement: number;
  readonly definition: Qualification | undefined;
  readonly large?: boolean;
}) {
  const { t } = useTranslation();
  const { definition } = props;
  return (
    <div className={styles.scores} data-large={props.large === true ? '' : undefined}>
      <Score
        label={t('salesLeads.fit')}
        value={props.fit}
        cap={definition?.fit.cap ?? 100}
        asked={definition?.enter.fit}
        stays={definition?.stay.fit}
      />
      <Score
        label={t('salesLeads.engagement')}
        value={props.engagement}
        cap={definition?.engagement.cap ?? 100}
        asked={definition?.enter.engagement}
        stays={definition?.stay.engagement}
      />
    </div>
  );
}

function Score(props: {
  readonly label: string;
  readonly value: number;
  readonly cap: number;
  readonly asked: number | undefined;
  readonly stays: number | undefined;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { label, cap, asked, stays } = props;
  const value = Math.round(props.value);
  const share = (points: number): string => `${Math.min(100, (100 * points) / cap)}%`;
  return (
    <div className={styles.score}>
      <span className={styles.scoreName}>{label}</span>
      <span className={styles.scoreValue}>{speech.number(value)}</span>
      <span
        className={styles.meter}
        aria-hidden="true"
        data-reached={asked !== undefined && value >= asked ? '' : undefined}
        style={{ '--value': share(value), '--asked': share(asked ?? 0), '--stays': share(stays ?? 0) }}
        {...(asked === undefined
          ? {}
          : {
              title: t('salesLeads.asked', { asked: speech.number(asked), stays: speech.number(stays ?? 0) }),
            })}
      />
    </div>
  );
}
