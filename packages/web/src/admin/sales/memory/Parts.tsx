import IconButton from '@mui/material/IconButton';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { UnmetIcon } from '../../../ui/icons.tsx';
import { PersonName } from '../../people/naming.tsx';
import styles from './Memory.module.css';
import { type Memory, MEMORY_CHANGED, type Role } from './queries.ts';
import { isolated, useMemoryWords } from './useMemoryWords.ts';

/** Who decides, pays and uses: the parts in what they buy, what they play elsewhere, and who belongs to them. */
export function Parts({ memory, mayWrite }: { readonly memory: Memory; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const words = useMemoryWords();
  const end = useDeed({
    send: (role: { readonly id: number }, headers) =>
      answerOf(
        api.POST('/v1/sales/roles/{id}/end', { params: { path: { id: role.id } }, body: {}, headers }),
      ),
    refresh: MEMORY_CHANGED,
    said: () => t('salesMemory.parts.ended'),
  });
  // Whoever plays a part is told with it and not once more.
  const playing = new Set(memory.roles.map(({ player }) => player?.id));
  const relations = memory.relations.filter(({ other }) => !playing.has(other.id));
  return (
    <section className={styles.part}>
      <h3>{t('salesMemory.parts.title')}</h3>
      {memory.roles.length === 0 ? <p className={styles.about}>{t('salesMemory.parts.none')}</p> : null}
      <ul className={styles.list}>
        {memory.roles.map((role) => (
          <li key={role.id} className={styles.line}>
            <span>
              <Player role={role} /> <span className="soft">{t(`salesMemory.role.${role.role}`)}</span>
              {role.note === '' ? null : (
                <>
                  {' '}
                  <bdi className={styles.about}>({role.note})</bdi>
                </>
              )}
            </span>
            {mayWrite ? (
              <IconButton
                size="small"
                aria-label={t('salesMemory.parts.end', { who: isolated(words.player(role)) })}
                onClick={() => void end.run({ id: role.id })}
              >
                <UnmetIcon size={16} />
              </IconButton>
            ) : null}
          </li>
        ))}
        {relations.map((relation) => (
          <li key={`relation ${relation.id}`}>
            <span className="soft">{t(`salesMemory.relation.${sideOf(relation)}`)}</span>{' '}
            <Link to={paths.person} params={{ person: String(relation.other.id) }}>
              <PersonName name={relation.other.name} id={relation.other.id} />
            </Link>
            {relation.role === null ? null : <bdi className={styles.about}> ({relation.role})</bdi>}
          </li>
        ))}
        {memory.elsewhere.map(({ role, customer }) => (
          <li key={`${role} ${customer.id}`}>
            <span className="soft">{t(`salesMemory.role.${role}`)}</span>{' '}
            <Link to={paths.person} params={{ person: String(customer.id) }}>
              {t('salesMemory.parts.elsewhere', { who: isolated(words.named(customer)) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Player({ role }: { readonly role: Role }) {
  const words = useMemoryWords();
  if (role.self || role.player === null)
    return <bdi style={{ whiteSpace: 'normal' }}>{words.player(role)}</bdi>;
  return (
    <Link to={paths.person} params={{ person: String(role.player.id) }}>
      <PersonName name={role.player.name} id={role.player.id} />
    </Link>
  );
}

/** How the relation is said from the customer's side. */
function sideOf({ kind, outward }: Memory['relations'][number]) {
  if (kind === 'buys_for') return outward ? 'buys_for' : 'bought_for_by';
  if (kind === 'works_at') return outward ? 'works_at' : 'employs';
  return kind;
}
