import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { Picture } from './Picture.tsx';
import { type KeptReward, REWARDS_CHANGED } from './queries.ts';
import styles from './Rewards.module.css';

const LARGEST_MB = 1;
const MB = 1024 * 1024;
const MOST = 6;

/** The pictures of a reward; the first one stands in the catalogue. */
export function Pictures({ reward }: { readonly reward: KeptReward }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [isTooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // A file is no plain data: the intent is its name and size, the file itself waits beside it.
  const chosen = useRef<File | null>(null);
  const { key, images } = reward;
  const adding = useDeed({
    send: (_: { readonly name: string; readonly bytes: number; readonly at: number }, headers) => {
      const form = new FormData();
      if (chosen.current !== null) form.append('file', chosen.current);
      return answerOf(
        api.POST('/v1/club/rewards/{key}/images', {
          params: { path: { key } },
          body: form as never,
          bodySerializer: (body: unknown) => body as never,
          headers,
        }),
      );
    },
    refresh: REWARDS_CHANGED,
    said: () => t('clubCodes.rewards.pictureAdded'),
  });
  const removing = useDeed({
    send: (image: number, headers) =>
      answerOf(
        api.DELETE('/v1/club/rewards/{key}/images/{image}', { params: { path: { key, image } }, headers }),
      ),
    refresh: REWARDS_CHANGED,
    said: () => t('clubCodes.rewards.pictureRemoved'),
  });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST_MB * MB);
    if (file.size > LARGEST_MB * MB) return;
    chosen.current = file;
    void adding.run({ name: file.name, bytes: file.size, at: file.lastModified });
  };
  return (
    <section className={spend.section} aria-labelledby="reward-pictures">
      <h2 id="reward-pictures">{t('clubCodes.rewards.pictures')}</h2>
      <p>
        {t('clubCodes.rewards.picturesText', {
          most: speech.number(MOST),
          megabytes: speech.number(LARGEST_MB),
        })}
      </p>
      {isTooLarge ? (
        <Alert severity="warning" sx={{ marginBlockEnd: 2 }}>
          {t('clubCodes.rewards.pictureLarge', { megabytes: speech.number(LARGEST_MB) })}
        </Alert>
      ) : null}
      {images.length === 0 ? null : (
        <ul className={styles.pictures}>
          {images.map((image, index) => {
            const number = speech.number(index + 1);
            return (
              <li key={image}>
                <Picture reward={key} image={image} alt={t('clubCodes.rewards.pictureOf', { number })} />
                <Button
                  size="small"
                  color="error"
                  loading={removing.input === image}
                  aria-label={t('clubCodes.rewards.removePictureOf', { number })}
                  onClick={() => void removing.run(image)}
                >
                  {t('clubCodes.rewards.removePicture')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {images.length >= MOST ? null : (
        <p>
          <Button variant="outlined" loading={adding.pending} onClick={() => input.current?.click()}>
            {t('clubCodes.rewards.addPicture')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/png,image/jpeg,image/webp"
            aria-label={t('clubCodes.rewards.addPicture')}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </p>
      )}
    </section>
  );
}
