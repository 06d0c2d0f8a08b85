import { useRoom } from '../../../language/useRoom.ts';
import { PersonDeals } from '../deals/PersonDeals.tsx';
import { LeadCard } from '../leads/LeadCard.tsx';
import { BelongsWith } from '../memory/BelongsWith.tsx';
import { Memory } from '../memory/Memory.tsx';
import { FollowUps } from '../today/FollowUps.tsx';
import { Recommendation } from '../words/Recommendation.tsx';
import { SalesStage } from './SalesStage.tsx';
import styles from './PersonSales.module.css';

/** All that sales knows of a person: what is to be done next, their lead, their deals, what was said, what may be offered. */
export default function PersonSales({ person }: { readonly person: number }) {
  // What tables and tools share is said in these rooms.
  const [isSpendSaid, isSalesSaid] = [useRoom('spend'), useRoom('sales')];
  if (!isSpendSaid || !isSalesSaid) return null;
  return (
    <div className={styles.cards}>
      <SalesStage person={person} />
      <FollowUps person={person} />
      <LeadCard person={person} />
      <PersonDeals person={person} />
      <Memory person={person} />
      <BelongsWith person={person} />
      <Recommendation person={person} />
    </div>
  );
}
