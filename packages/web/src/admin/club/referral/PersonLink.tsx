import { Link } from '@tanstack/react-router';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
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
