import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import styles from './LadderPage.module.css';

const RUNGS = 6;

/** The ladder's own shape while its people are counted, so that nothing jumps when they come. */
export function LadderSkeleton() {
  const { t } = useTranslation();
  const names = [
    t('ladder.people'),
    t('ladder.entered'),
    t('ladder.up'),
    t('ladder.down'),
    t('ladder.revenue'),
  ];
  return (
    <div aria-busy="true">
      <dl className={styles.figures}>
        {names.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Bone width={96} />
            </dd>
            <dd className={styles.change}>
              <Bone width={140} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.span}>
        <Bone width={320} />
      </p>
      <Ladder
        label={t('loading')}
        words={{ up: t('ladder.up'), down: t('ladder.down') }}
        gaps={Array.from({ length: RUNGS - 1 }, () => ({
          up: 0,
          upShown: '',
          down: 0,
          downShown: '',
          story: undefined,
        }))}
        rungs={Array.from({ length: RUNGS }, (_, place) => ({
          key: String(place),
          name: <Bone width={120} />,
          who: undefined,
          count: <Bone width={56} />,
          share: 0,
          shareShown: '',
          note: <Bone width={150} />,
          aside: <Bone width={130} />,
        }))}
        linkTo={(_, className, content) => <span className={className}>{content}</span>}
      />
    </div>
  );
}
