import { useAddress } from '../../insight/spend/useAddress.ts';
import { CardList } from './CardList.tsx';
import { CardView } from './CardView.tsx';
import { readGiftCards } from './gift-card-search.ts';

/** Gift cards: all of them by their state, or one with everything that happened to it. */
export function GiftCardsPage() {
  const [search, change] = useAddress(readGiftCards);
  const { card, ...asked } = search;
  return card === undefined ? (
    <CardList asked={asked} onChange={change} />
  ) : (
    <CardView key={card} id={card} />
  );
}
