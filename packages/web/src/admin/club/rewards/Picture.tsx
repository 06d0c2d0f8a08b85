import { useQuery } from '@tanstack/react-query';
import { RewardIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { pictureQuery } from './queries.ts';
import styles from './Rewards.module.css';

/** A picture of a reward; a sign in its place while it comes, where there is none, and where it cannot be had. */
export function Picture(props: {
  readonly reward: string;
  readonly image: number | undefined;
  readonly alt: string;
}) {
  const { asking } = useSetting();
  const { reward, image = 0 } = props;
  const picture = useQuery({ ...pictureQuery(asking, reward, image), enabled: image > 0 });
  return picture.data === undefined ? (
    <span className={styles.noPicture} aria-hidden="true">
      <RewardIcon size={36} />
    </span>
  ) : (
    <img className={styles.picture} src={picture.data} alt={props.alt} />
  );
}
