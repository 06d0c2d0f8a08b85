/** What one team says of one lead of a review. */
export interface Vote {
  readonly lead: number;
  readonly team: 'marketing' | 'sales';
  readonly good: boolean;
}

/** A lead of a review as it was drawn. */
export interface Reviewed {
  readonly lead: number;
  readonly drawnAs: 'accepted' | 'refused' | 'never';
  /** The rules that gave it points. */
  readonly rules: readonly string[];
}

/** `mixed`: members of a team say different things; null: nobody of it has said anything. */
export type TeamSays = 'good' | 'bad' | 'mixed' | null;

export interface ReviewedLead {
  readonly lead: number;
  readonly marketing: TeamSays;
  readonly sales: TeamSays;
  /** Both said something and not the same, or one is not of one mind. */
  readonly disputed: boolean;
  /** What both say; null while they do not. */
  readonly agreed: 'good' | 'bad' | null;
}

export interface ReviewSummary {
  readonly leads: readonly ReviewedLead[];
  readonly agreed: number;
  readonly disputed: number;
  readonly waiting: number;
  /** Good by both, and never handed; not good by both, and handed: where the definition is wrong. */
  readonly missed: readonly number[];
  readonly false: readonly number[];
  /** How often each rule gave points to leads that both call good, and to those both call not good. */
  readonly rules: readonly RuleInReview[];
}

export interface RuleInReview {
  readonly rule: string;
  readonly good: number;
  readonly bad: number;
}

/** What two teams make of the same leads, and which rules speak for what they call good. */
export function summariseReview(leads: readonly Reviewed[], votes: readonly Vote[]): ReviewSummary {
  const reviewed = leads.map(({ lead }): ReviewedLead => {
    const marketing = saysOf(votes, lead, 'marketing');
    const sales = saysOf(votes, lead, 'sales');
    const disputed =
      marketing === 'mixed' ||
      sales === 'mixed' ||
      (marketing !== null && sales !== null && marketing !== sales);
    const agreed = marketing === sales && (marketing === 'good' || marketing === 'bad') ? marketing : null;
    return { lead, marketing, sales, disputed, agreed };
  });
  const agreedOn = new Map(reviewed.map(({ lead, agreed }) => [lead, agreed]));
  const rules = new Map<string, { good: number; bad: number }>();
  for (const { lead, rules: working } of leads) {
    const agreed = agreedOn.get(lead) ?? null;
    for (const rule of working) {
      const counted = rules.get(rule) ?? { good: 0, bad: 0 };
      if (agreed !== null) counted[agreed]++;
      rules.set(rule, counted);
    }
  }
  const which = (agreed: 'good' | 'bad', handed: boolean): number[] =>
    leads
      .filter(({ lead, drawnAs }) => agreedOn.get(lead) === agreed && (drawnAs !== 'never') === handed)
      .map(({ lead }) => lead);
  return {
    leads: reviewed,
    agreed: reviewed.filter(({ agreed }) => agreed !== null).length,
    disputed: reviewed.filter(({ disputed }) => disputed).length,
    waiting: reviewed.filter(({ agreed, disputed }) => agreed === null && !disputed).length,
    missed: which('good', false),
    false: which('bad', true),
    rules: [...rules]
      .map(([rule, counted]) => ({ rule, ...counted }))
      .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
  };
}

function saysOf(votes: readonly Vote[], lead: number, team: Vote['team']): TeamSays {
  const said = new Set(
    votes.filter((vote) => vote.lead === lead && vote.team === team).map(({ good }) => good),
  );
  if (said.size === 0) return null;
  if (said.size === 2) return 'mixed';
  return said.has(true) ? 'good' : 'bad';
}
