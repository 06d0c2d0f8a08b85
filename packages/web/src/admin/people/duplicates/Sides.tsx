import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCompared } from '../../../api/people-list-queries.ts';
import { laddersQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { identifierShown, PersonName } from '../naming.tsx';
import styles from './Duplicates.module.css';

/** People beside each other: what they are recognised by, what is known of them, where they stand. */
export function Sides(props: { readonly people: readonly PersonCompared[]; readonly after?: boolean }) {
  return (
    <div className={styles.sides}>
      {props.people.map((person) => (
        <Side key={person.id} person={person} others={props.people} after={props.after === true} />
      ))}
    </div>
  );
}

function Side(props: {
  readonly person: PersonCompared;
  readonly others: readonly PersonCompared[];
  readonly after: boolean;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const ladders = useQuery(laddersQuery(asking)).data ?? [];
  const { person, others, after } = props;
  const traits = Object.entries(person.traits).filter(([name]) => name !== 'tags');
  const tags = person.traits['tags'];
  const differs = (one: (of: PersonCompared) => unknown): string | undefined =>
    others.some((other) => JSON.stringify(one(other)) !== JSON.stringify(one(person)))
      ? styles.differs
      : undefined;
  return (
    <section className={after ? `${styles.side} ${styles.after}` : styles.side}>
      <h3>
        <Link to={paths.person} params={{ person: String(person.id) }}>
          <PersonName name={person.name} id={person.id} />
        </Link>
      </h3>
      <dl>
        {person.identifiers.map((identifier) => (
          <Row
            key={`${identifier.kind} ${identifier.value}`}
            name={t(`duplicates.identifier.${identifier.kind}`)}
          >
            {identifierShown(identifier)}
          </Row>
        ))}
        {traits.slice(0, 12).map(([name, value]) => (
          <Row key={name} name={name} marked={differs((of) => of.traits[name])}>
            <bdi>
              {Array.isArray(value)
                ? value.join('، ')
                : typeof value === 'number'
                  ? speech.number(value)
                  : String(value)}
            </bdi>
          </Row>
        ))}
        {Array.isArray(tags) && tags.length > 0 ? (
          <Row name={t('duplicates.tags')} marked={differs((of) => of.traits['tags'])}>
            <bdi>{tags.join('، ')}</bdi>
          </Row>
        ) : null}
        <Row name={t('duplicates.known')}>{speech.date(person.known, 'short')}</Row>
        <Row name={t('duplicates.orders')} marked={differs((of) => of.orders.count)}>
          {speech.number(person.orders.count)}
          {person.orders.count === 0 ? null : ` · ${speech.money(person.orders.spent)}`}
        </Row>
        {ladders.map((ladder) => {
          const standing = person.places[ladder.key];
          const place = ladder.places.find(({ key }) => key === standing?.key);
          if (standing === undefined || place === undefined) return null;
          return (
            <Row
              key={ladder.key}
              name={speech.words(ladder.name)}
              marked={differs((of) => of.places[ladder.key]?.key)}
            >
              {speech.words(place.name)}
            </Row>
          );
        })}
      </dl>
    </section>
  );
}

function Row(props: {
  readonly name: string;
  readonly marked?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>
        <bdi>{props.name}</bdi>
      </dt>
      <dd className={props.marked}>{props.children}</dd>
    </>
  );
}
