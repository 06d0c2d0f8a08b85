import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { personQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { useReferralWords } from './useReferralWords.ts';

/** Somebody by name, leading to their own page. */
export function PersonLink({
  person,
}: {
  readonly person: { readonly id: number; readonly name: string | null };
}) {
  const words = useReferralWords();
  return (
    <Link to={paths.person} params={{ person: String(person.id) }} className={spend.link}>
      <bdi>{words.person(person)}</bdi>
    </Link>
  );
}

/** Somebody of whom only the number is at hand: called by name as soon as that is known. */
export function NamedPersonLink({ id }: { readonly id: number }) {
  const { asking } = useSetting();
  const { data } = useQuery(personQuery(asking, String(id)));
  return <PersonLink person={{ id, name: data?.name ?? null }} />;
}
