import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { showPhone } from '../../../language/phones.ts';
import { paths } from '../../../paths.ts';
import { CalendarIcon, MetIcon, PlusIcon } from '../../../ui/icons.tsx';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import { PhoneIcon } from './PhoneIcon.tsx';
import type { Matter, TodayFollowUp } from './queries.ts';
import styles from './Today.module.css';
import { isolated, useFollowUpWords } from './useFollowUpWords.ts';

export type MatterDeed = 'done' | 'move' | 'plan';

/** One matter of the day: whom it is with, why it stands here, what is to be done, and doing it. */
export function MatterRow(props: {
  readonly matter: Matter;
  readonly place: number;
  readonly isChosen: boolean;
  readonly mayWrite: boolean;
  readonly row: Ref<HTMLElement>;
  readonly onChoose: () => void;
  readonly onDo: (deed: MatterDeed, followUp: TodayFollowUp | null) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useFollowUpWords();
  const { matter, mayWrite, onDo } = props;
  const [first, ...rest] = matter.followUps;
  const name = matter.name ?? t('person.nameless', { number: matter.person });
  return (
    <article
      ref={props.row}
      tabIndex={-1}
      className={styles.matter}
      data-chosen={props.isChosen}
      onFocus={props.onChoose}
      aria-label={t('salesToday.matter', { place: speech.number(props.place), name: isolated(name) })}
    >
      <div className={styles.matterWords}>
        <p className={styles.matterHead}>
          <Link to={paths.person} params={{ person: String(matter.person) }} className={styles.name}>
            <PersonName name={matter.name} id={matter.person} />
          </Link>
          {matter.deal === null ? null : (
            <Link to={paths.salesDeal} params={{ deal: String(matter.deal) }} className={styles.dealLink}>
              <bdi>{matter.title}</bdi>
            </Link>
          )}
          {matter.amount === null ? null : (
            <span className={styles.amount}>{speech.money(matter.amount)}</span>
          )}
        </p>
        <ul className={styles.reasons}>
          {matter.reasons.map((reason, index) => (
            <li key={index} data-loud={isLoud(reason.code)}>
              {words.reason(reason, matter.followUps)}
            </li>
          ))}
        </ul>
        {first === undefined ? null : (
          <p className={styles.stepAbout}>
            <bdi>{first.about}</bdi>
          </p>
        )}
        {rest.length === 0 ? null : (
          <p className={styles.under}>
            {t('salesToday.alsoToDo', { count: rest.length, shown: speech.number(rest.length) })}
          </p>
        )}
      </div>
      <div className={styles.matterDeeds}>
        {matter.mobile === null ? null : (
          <Button
            component="a"
            href={`tel:${matter.mobile}`}
            variant="outlined"
            size="small"
            startIcon={<PhoneIcon size={16} />}
          >
            <span className="only-heard">{t('salesToday.callWho', { name: isolated(name) })}</span>
            <bdi dir="ltr">{showPhone(matter.mobile)}</bdi>
          </Button>
        )}
        {!mayWrite ? null : first === undefined ? (
          <Button
            variant="contained"
            size="small"
            startIcon={<PlusIcon size={16} />}
            onClick={() => onDo('plan', null)}
          >
            {t('salesToday.planShort')}
          </Button>
        ) : (
          <>
            <Button
              variant="contained"
              size="small"
              startIcon={<MetIcon size={16} />}
              onClick={() => onDo('done', first)}
            >
              {t('salesToday.done.short')}
            </Button>
            <Button size="small" startIcon={<CalendarIcon size={16} />} onClick={() => onDo('move', first)}>
              {t('salesToday.move.short')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

/** What is late, or will be in a moment. */
function isLoud(code: Matter['reasons'][number]['code']): boolean {
  return code === 'overdue' || code === 'promise-overdue' || code === 'answer-late' || code === 'answer-due';
}
