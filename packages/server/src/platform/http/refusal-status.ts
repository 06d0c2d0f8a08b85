/**
 * Refusal code → HTTP status, in one table. A code that is not here was understood and refused for what it asks: 422.
 * Lines of a batch keep their refusal in the answer's body and have no status of their own.
 */
const statuses: Readonly<Record<string, number>> = {
  // The request cannot be read.
  body_missing: 400,
  body_too_deep: 400,
  body_unreadable: 400,
  file_not_sent: 400,
  business_not_chosen: 400,
  idempotency_key_invalid: 400,
  input_invalid: 400,
  input_missing: 400,
  input_too_many: 400,
  input_unexpected: 400,
  request_unreadable: 400,
  text_unreadable: 400,

  // Nobody known asks.
  api_key_unknown: 401,
  sign_in_failed: 401,
  sign_in_needed: 401,
  sign_in_over: 401,

  // Somebody known asks for what is not theirs to ask.
  origin_refused: 403,
  membership_missing: 403,
  scope_missing: 403,
  setup_token_wrong: 403,
  staff_only: 403,

  // There is no such thing, or it is another business's, which from here is the same.
  business_unknown: 404,
  conflict_unknown: 404,
  cost_unknown: 404,
  experiment_unknown: 404,
  hook_unknown: 404,
  hook_message_unknown: 404,
  import_unknown: 404,
  job_unknown: 404,
  mapping_unknown: 404,
  custom_fact_unknown: 404,
  trait_unknown: 404,
  file_unknown: 404,
  invitation_unknown: 404,
  key_not_found: 404,
  ladder_unknown: 404,
  merge_unknown: 404,
  note_unknown: 404,
  person_unknown: 404,
  relation_unknown: 404,
  route_unknown: 404,
  run_unknown: 404,
  rung_unknown: 404,
  session_unknown: 404,
  segment_unknown: 404,
  staff_unknown: 404,
  draft_unknown: 404,
  version_unknown: 404,
  web_not_built: 404,

  method_refused: 405,

  // It cannot be done in the present state of things.
  account_exists: 409,
  already_owner: 409,
  change_unconfirmed: 409,
  changed_meanwhile: 409,
  conflict_already_decided: 409,
  idempotency_key_in_flight: 409,
  hook_is_off: 409,
  identifier_taken: 409,
  import_already_begun: 409,
  import_already_done: 409,
  import_already_undone: 409,
  import_not_begun: 409,
  import_not_traced: 409,
  import_other_running: 409,
  import_undo_running: 409,
  import_not_running: 409,
  job_already_undone: 409,
  job_not_running: 409,
  job_not_stopped: 409,
  job_still_running: 409,
  experiment_full: 409,
  experiment_not_draft: 409,
  experiment_not_running: 409,
  export_not_ready: 409,
  segment_being_computed: 409,
  segment_name_taken: 409,
  key_taken: 409,
  ladder_has_pins: 409,
  ladder_key_taken: 409,
  ladder_last: 409,
  ladder_publishing: 409,
  last_owner: 409,
  merge_already_undone: 409,
  no_draft_to_publish: 409,
  not_publishing: 409,
  recount_must_end: 409,
  run_not_running: 409,
  run_replaced: 409,
  run_stopped: 409,
  second_factor_already: 409,
  second_factor_off: 409,
  publishing_under_way: 409,
  slug_taken: 409,
  version_in_force: 409,

  export_expired: 410,

  body_too_large: 413,
  url_too_long: 414,
  media_type_unknown: 415,
  sign_in_locked: 429,
  too_many_requests: 429,

  internal: 500,
  database_unavailable: 503,
  try_again: 503,
};

export function statusOfRefusal(code: string): number {
  return Object.hasOwn(statuses, code) ? (statuses[code] ?? 422) : 422;
}

/** Every code the table names, for the test that compares it with the sentences. */
export const codesWithStatus: readonly string[] = Object.keys(statuses);
