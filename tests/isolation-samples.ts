/** What to write into a column, so that every table has a row of each business. */

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly generated: boolean;
}

const SECRET = `\\x${'ab'.repeat(32)}`;

/** Values that satisfy the checks of columns whose kind alone does not say what they hold. */
const SAMPLES: Readonly<Record<string, string>> = {
  'identifiers.kind': 'email',
  'insight_settings.horizon': '90',
  'insight_settings.discount': '0.15',
  'insight_runs.state': 'done',
  'insight_runs.phase': 'telling',
  'insight_models.fitted_to': 'today',
  'person_scores.band': 'safe',
  'conflicts.kind': 'two_people',
  'people_jobs.kind': 'tagging',
  'people_jobs.state': 'done',
  'people_jobs.restarted': 'changed',
  'relations.kind': 'knows',
  'declared_traits.kind': 'text',
  'ladders.kind': 'ladder',
  'ladder_versions.state': 'draft',
  'moves.cause': 'fact',
  'past_moves.told': '[[0, 0, 0, 1, "fact", []]]',
  'ladder_days.span': '1',
  'ladder_waits.span': '1',
  'ladder_waits_counted.span': '1',
  'imports.state': 'done',
  'deeds.by_kind': 'staff',
  'invitations.role': 'sales',
  'club_accounts.card_id': '0',
  'club_lots.card_id': '0',
  'club_lots.amount': '1',
  'club_lots.remaining': '1',
  'club_lots.is_open': 'true',
  'club_lots.source': 'issued',
  'club_transactions.kind': 'earn',
  'club_entries.against': 'issued',
  'club_holds.state': 'open',
  'club_simulations.state': 'done',
  'offers.key': 'spring',
  'till_returns.kind': 'return',
  'till_orders.state': 'closed',
  'till_devices.secret': SECRET,
  'member_code_keys.secret': SECRET,
  'agreement_returns.kind': 'cancelled',
  'till_slips.outcome': 'posted',
  'annual_awards.place': '1',
  'voucher_batches.offer': 'spring',
  'voucher_batches.kind': 'drawn',
  'voucher_batches.state': 'done',
  'voucher_batches.payload': '14',
  'gift_cards.tail': 'ACEF',
  'gift_card_changes.what': 'frozen',
  'rewards.key': 'coffee',
  'rewards.seed': SECRET,
  'reward_images.type': 'image/png',
  'partner_entries.kind': 'settled',
  'referral_links.code': 'ABCDEFGH23',
  'referrals.state': 'open',
  'referral_postings.side': 'friend',
  'referral_postings.kind': 'paid',
  'referral_traces.kind': 'device',
  'messages.recipient': '+989121234567',
  'messages.parts': '1',
  'one_time_codes.challenge': 'challenge-of-thirty-two-letters.',
  'one_time_codes.purpose': 'sign-in',
  'one_time_codes.recipient': '+989121234567',
  'code_sends.kind': 'mobile',
  'code_sends.minutes': '60',
  'club_book_days.holder': 'person',
  'club_book_days.nature': 'sale',
  'club_book_days.movement': 'earned',
  'club_book_causes.aspect': 'rule',
  'club_book_causes.movement': 'earned',
  'club_book_closings.month': '10',
  'club_book_months.month': '10',
  'club_terms.method': 'exact',
  'club_estimates.source': 'stated',
  'club_estimates.rate': '1',
  'agreement_guesses.subject': SECRET,
  'agreement_links.hash': SECRET,
  'agreement_numbers.kind': 'quotation',
  'agreement_versions.language': 'fa',
  'agreements.kind': 'wants',
  'belongs_answers.answer': 'taken',
  'belongs_pairs.item': 'shoes',
  'cadence_runs.state': 'running',
  'calendar_links.hash': SECRET,
  'calendar_links.shows': 'name',
  'calendar_links.language': 'fa',
  'capture_counts.kind': 'view',
  'capture_links.code': 'stand',
  'capture_links.form_id': '1',
  'capture_mailboxes.secret': 'a'.repeat(26),
  'capture_submissions.way': 'page',
  'capture_submissions.state': 'waiting',
  'capture_tries.kind': 'form',
  'capture_tries.minutes': '60',
  'deal_changes.what': 'opened',
  'follow_up_changes.deed': 'moved',
  'follow_ups.kind': 'call',
  'follow_ups.origin': 'staff',
  'lead_handings.why': 'score',
  'lead_review_leads.drawn_as': 'never',
  'lead_review_votes.team': 'sales',
  'leads.state': 'nurture',
  'objection_events.kind': 'raised',
  'objections.key': 'price',
  'objections.kind': 'price',
  'qualification_trials.state': 'done',
  'recommendation_ready.strength': '500',
  'sales_logos.hash': SECRET,
  'sales_logos.type': 'image/png',
  'sales_memory.kind': 'need',
  'sales_promises.side': 'us',
  'sales_roles.role': 'uses',
  'sales_roles.player_id': '1',
  'sales_talks.channel': 'call',
  'testimonial_records.kind': 'asked',
  'testimonials.state': 'asked',
  'testimonials.hash': SECRET,
  'testimonials.language': 'fa',
};

/** Whether a column that may be left empty has to hold something because of another. */
export function isNamed(table: string, column: Column): boolean {
  return Object.hasOwn(SAMPLES, `${table.replace('public.', '')}.${column.name}`);
}

/** A value that this column takes. */
export function sample(table: string, column: Column, business: number): unknown {
  const named = SAMPLES[`${table.replace('public.', '')}.${column.name}`];
  if (named !== undefined) return named;
  switch (column.type) {
    case 'integer':
    case 'bigint':
    case 'smallint':
      // Different columns get different numbers: two that must differ do.
      return 1000 + table.length + column.name.length;
    case 'double precision':
    case 'real':
      return 0.5;
    case 'timestamp with time zone':
      return '2026-01-01T00:00:00Z';
    case 'date':
      return '2026-01-01';
    case 'jsonb':
    case 'json':
      return '{}';
    case 'bytea':
      return Buffer.from(`secret of ${business}`);
    case 'uuid':
      return `00000000-0000-0000-0000-${String(business).padStart(12, '0')}`;
    case 'boolean':
      return false;
    default:
      return column.type.endsWith('[]') ? [] : `b${business}`;
  }
}
