import type { ReactNode } from 'react';
import { Brand } from '../../ui/Brand.tsx';
import { useTab } from '../../ui/PageHeader.tsx';
import { LanguageSwitch, LightSwitch } from '../switches.tsx';
import styles from './Entrance.module.css';

/** What stands in front of the workplace: a card with one thing to do, and the ladder behind it. */
export function Entrance(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  useTab(props.title);
  return (
    <div className={`${styles.page} ${props.wide === true ? styles.widePage : ''}`}>
      <div className={styles.switches}>
        <LanguageSwitch />
        <LightSwitch />
      </div>
      <main className={`${styles.card} ${props.wide === true ? styles.wide : ''}`}>
        <Brand large />
        <h1 className={styles.title}>{props.title}</h1>
        {props.lead === undefined ? null : <p className={styles.lead}>{props.lead}</p>}
        {props.children}
      </main>
      <Rungs />
    </div>
  );
}

/** The ladder the product is named after, rising behind the form. */
function Rungs() {
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 320 900"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path className={styles.rail} d="M96 -20 40 920M224 -20l56 940" />
      {Array.from({ length: 7 }, (_, index) => {
        const y = 60 + index * 130;
        const inset = 96 - ((y + 20) / 940) * 56;
        return (
          <path
            key={index}
            className={styles.rung}
            style={{ '--level': `${100 - index * 16}%` }}
            d={`M${inset} ${y}H${320 - inset}`}
          />
        );
      })}
    </svg>
  );
}
