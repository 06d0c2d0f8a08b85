import { useTranslation } from 'react-i18next';
import type { ClassOfPeople } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { useMoney } from '../chart/cells.ts';
import spend from '../spend/Spend.module.css';
import { PeopleByClass } from './PeopleByClass.tsx';

/** The people behind a figure that says when they ordered; links to it lead to `#people`. */
export function PeopleThen(
  props: ClassOfPeople & { readonly run: number; readonly title: string; readonly text: string },
) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const money = useMoney();
  return (
    <section className={spend.section} id="people" aria-labelledby="people-then">
      <h2 id="people-then">{props.title}</h2>
      <p>{props.text}</p>
      <PeopleByClass
        kind={props.kind}
        of={props.of}
        run={props.run}
        label={props.title}
        columns={[
          { label: t('insight.people.orderDays'), of: ({ orderDays }) => speech.number(orderDays) },
          {
            label: t('insight.people.last'),
            of: ({ daysSinceLast }) =>
              t('insight.people.daysAgo', { count: daysSinceLast, shown: speech.number(daysSinceLast) }),
          },
          { label: t('insight.people.spent'), of: ({ spent }) => money(spent) },
        ]}
      />
    </section>
  );
}
