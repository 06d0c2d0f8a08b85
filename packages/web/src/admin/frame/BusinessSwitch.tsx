import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../../loading/usePart.ts';
import { OnwardIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import styles from './BusinessSwitch.module.css';

const loadChoices = () => import('./BusinessChoices.tsx');

/** Whose business this is; for who works in several, the way to the others. */
export function BusinessSwitch({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const Choices = usePart(loadChoices, open);
  if (!session) return null;
  const { business } = session;
  const mark = (
    <span className={styles.mark} aria-hidden="true">
      {firstLetter(business.name)}
    </span>
  );
  const name = folded ? (
    <bdi className="only-heard">{business.name}</bdi>
  ) : (
    <span className={styles.name}>
      <bdi>{business.name}</bdi>
    </span>
  );
  if (session.businesses.length < 2) {
    return (
      <span className={styles.business} title={business.name}>
        {mark}
        {name}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        ref={anchor}
        className={`${styles.business} ${styles.button}`}
        aria-haspopup="menu"
        aria-expanded={open}
        title={t('frame.switchBusiness')}
        onClick={() => setOpen(true)}
      >
        {mark}
        {name}
        <span className="only-heard">{t('frame.switchBusiness')}</span>
        {folded ? null : (
          <span className={styles.down}>
            <OnwardIcon size={16} />
          </span>
        )}
      </button>
      {Choices === null ? null : (
        <Choices
          session={session}
          language={speech.language}
          anchor={anchor.current}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** A letter as its readers see it: an emoji of several signs stays whole. */
export function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first?.segment ?? '';
}
