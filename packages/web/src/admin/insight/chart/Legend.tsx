import styles from './Chart.module.css';
import { type ChartSeries, toneOf, variableOf } from './spec.ts';

/** Which colour is which series. */
export function Legend({ series }: { readonly series: readonly ChartSeries[] }) {
  return (
    <ul className={styles.legend}>
      {series.map((one, place) => (
        <li key={one.name}>
          <i
            className={one.kind === 'line' ? styles.stroke : styles.block}
            data-dashed={one.dashed === true ? '' : undefined}
            style={{ '--tone': `var(${variableOf(toneOf(one, place))})` }}
          />
          {one.name}
        </li>
      ))}
    </ul>
  );
}
