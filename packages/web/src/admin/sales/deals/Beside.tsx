import { Agreements } from '../agreement/Agreements.tsx';
import { BelongsWith } from '../memory/BelongsWith.tsx';
import { Memory } from '../memory/Memory.tsx';
import { Chance } from '../reports/Chance.tsx';
import { FollowUps } from '../today/FollowUps.tsx';
import { Objections } from '../words/Objections.tsx';
import { Recommendation } from '../words/Recommendation.tsx';

interface Matter {
  readonly deal: number;
  readonly person: number;
}

/** What other rooms of sales know of a deal, beneath its step: what was feared, agreed and said, and what may follow. */
export function Below({ deal, person }: Matter) {
  return (
    <>
      <Objections deal={deal} person={person} />
      <Agreements deal={deal} person={person} />
      <Memory person={person} deal={deal} />
      <BelongsWith person={person} deal={deal} />
      <Recommendation person={person} deal={deal} />
    </>
  );
}

/** And beside it, in short: what is next, and how likely it is won. */
export function Beside({ deal, person }: Matter) {
  return (
    <>
      <FollowUps person={person} deal={deal} />
      <Chance deal={deal} />
    </>
  );
}
