import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../api/answers.ts';
import { usePart } from '../../loading/usePart.ts';
import { Bone } from '../../ui/Bone.tsx';
import { useTab } from '../../ui/PageHeader.tsx';
import { useSetting } from '../setting.ts';
import type { Looked } from './looked.ts';
import styles from './LadderPage.module.css';

/** Fields weigh as much as the ladder itself and are not what somebody comes for: they take their places after it. */
const loadFields = () => import('./LadderFields.tsx');

/** The widths of the fields that are on their way, in pixels. */
const WHICH = 180;
const DAY = 172;
const PERIOD = 170;

/** Which ladder is looked at, on which day, and over which period. All of it lives in the address. */
export function LadderTools(props: {
  readonly ladders: readonly LadderListed[];
  readonly current: string;
  readonly title: string | undefined;
  readonly looked: Looked;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { looked, ladders } = props;
  const Fields = usePart(loadFields, true);
  useTab(props.title);
  const room = [
    ...(ladders.length > 1 ? [WHICH] : []),
    DAY,
    PERIOD,
    ...(looked.periodName === 'custom' ? [DAY, DAY] : []),
  ];

  return (
    <div className={styles.head}>
      <div className={styles.heading}>
        <h1>{props.title ?? <Bone width={240} />}</h1>
        <p className="soft">
          {t(looked.day === today ? 'ladder.today' : 'ladder.onDay', { day: speech.day(looked.day, 'full') })}
        </p>
      </div>
      <div className={`${styles.tools} not-printed`}>
        {Fields === null ? (
          room.map((width, place) => (
            <span key={place} className={styles.field} style={{ inlineSize: width }} aria-hidden="true" />
          ))
        ) : (
          <Fields ladders={ladders} current={props.current} looked={looked} />
        )}
      </div>
    </div>
  );
}
