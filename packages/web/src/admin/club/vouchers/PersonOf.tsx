import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { personQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';

/** Whose something is: their name as soon as it is known, leading to their page for who may see it. */
export function PersonOf({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const mayRead = session?.scopes.includes('people:read') === true;
  const known = useQuery({
    ...personQuery(asking, String(person)),
    enabled: mayRead,
    refetchInterval: false,
    staleTime: 300_000,
  });
  if (!mayRead) return <span>{t('person.nameless', { number: person })}</span>;
  return (
    <Link to={paths.person} params={{ person: String(person) }} className={spend.link}>
      <PersonName name={known.data?.name ?? null} id={person} />
    </Link>
  );
}
