import { type Doubt, type LeadOrigin } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { failureOf } from '../../../platform/failure.ts';
import { type Database, OVERTAKEN, type Rows, type Statement } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { addingNote, noteWritten } from '../../dossier/index.ts';
import { appendStatement } from '../../facts/index.ts';
import { arrivalsOf, callClimber, foldingTraits, NAME_TRAIT, type Recognised } from '../../people/index.ts';
import { arrivingLead } from '../leads/arriving.ts';
import { TERMS_IN_FORCE, termsOf } from '../leads/terms.ts';
import { keepingConsents } from '../../consent/index.ts';
import { countingToday } from './counts.ts';
import type { KeptForm } from './forms.ts';
import type { CaptureLink } from './links.ts';
import { linkStatement } from './links.ts';
import { type Arriving, keepingTaken } from './submissions.ts';
import { consentsOf, factsOf, type GateRules } from './taking.ts';
import type { Told } from './told.ts';
import { type Bound, countingTry, NOT_WAITED_FOR, type Tried } from './tries.ts';

/** What has to be known before something that was posted by a form can be taken, read at once. */
export interface Looked {
  readonly tried: Tried;
  /** The form, the business or its sites are others than those that are remembered. */
  readonly isOutdated: boolean;
  /** It was sent before, under the same key. */
  readonly isRepeated: boolean;
  readonly link: CaptureLink | null;
  /** Null where more has to be written than a new person. */
  readonly recognised: Recognised | null;
  readonly row: LookRow;
}

interface LookRow {
  readonly business: number;
  readonly form: number | null;
  readonly isOpen: boolean | null;
  readonly settings: number;
  readonly repeated: boolean;
  readonly isHere: boolean;
  readonly source: number | null;
  readonly agreement: number;
  readonly hours: number;
  readonly submission: number;
  readonly lead: number;
  readonly note: number | null;
}

export interface LookFor {
  readonly business: Business;
  readonly form: KeptForm;
  /** The revision of the settings of capture. */
  readonly settings: number;
  /** By which the submission is known for ever. */
  readonly key: string;
  /** The code of the link they came by, or empty. */
  readonly code: string;
  readonly told: Told;
  readonly bounds: readonly Bound[];
  readonly now: Instant;
}

/**
 * Counts the try and reads everything that taking it needs: one round trip. The numbers of what may be written are taken
 * at the same time; those that are not needed are never given.
 */
export async function lookOnce(database: Database, asked: LookFor): Promise<Looked> {
  const { business, form, told, now } = asked;
  const arrivals = arrivalsOf(database, business, [told.identity]);
  const counting = countingTry(asked.bounds, now);
  const link = linkStatement(asked.code);
  const statements: Statement[] = [
    NOT_WAITED_FOR,
    lookStatement(asked),
    ...arrivals.statements,
    ...(link === null ? [] : [link]),
    counting.statement,
  ];
  const answers = await database.withBusiness(business.id, (tx) => tx.commitWith<object[]>(statements), {
    plannedOnce: true,
  });
  const [row] = (answers[1]?.rows ?? []) as LookRow[];
  if (row === undefined) throw new Error('A business that has a form is not there');
  const found = answers.slice(2, 2 + arrivals.statements.length);
  const links = link === null ? null : (answers.at(-2) as Rows<CaptureLink>);
  return {
    tried: counting.read(answers.at(-1) ?? { rows: [], rowCount: 0 }),
    isOutdated:
      row.business !== business.revision ||
      row.form !== form.revision ||
      row.isOpen !== true ||
      row.settings !== asked.settings,
    isRepeated: row.repeated,
    link: links?.rows[0] ?? null,
    recognised: arrivals.recognise(found, [told.identity], [now]),
    row,
  };
}

function lookStatement({ form, key, told }: LookFor): Statement {
  return {
    name: 'capture-look',
    text: `SELECT (SELECT revision FROM businesses WHERE business_id = this_business()) AS business,
             f.revision AS form, f.state = 'open' AS "isOpen",
             coalesce((SELECT revision FROM capture_settings WHERE business_id = this_business()), 0) AS settings,
             EXISTS (SELECT FROM capture_submissions WHERE business_id = this_business() AND key = $2) AS repeated,
             EXISTS (SELECT FROM sign_in.memberships WHERE business_id = this_business() AND user_id = $3) AS "isHere",
             (SELECT source_id FROM sources WHERE business_id = this_business() AND name = 'sales') AS source,
             ${TERMS_IN_FORCE},
             nextval('capture_submissions_submission_id_seq') AS submission, nextval('leads_lead_id_seq') AS lead,
             CASE WHEN $4::boolean THEN nextval('notes_note_id_seq') END AS note
           FROM (SELECT $1::bigint AS id) a
           LEFT JOIN capture_forms f ON f.business_id = this_business() AND f.form_id = a.id`,
    values: [form.id, key, form.definition.lead.owner, told.note !== ''],
  };
}

export interface Newcomer {
  readonly business: Business;
  readonly rules: GateRules;
  readonly looked: Looked;
  readonly told: Told;
  readonly doubts: readonly Doubt[];
  readonly origin: LeadOrigin;
  readonly arriving: Omit<Arriving, 'state' | 'reasons' | 'mailbox' | keyof LeadOrigin>;
}

/**
 * Takes what somebody posted whom nobody knew, in one round trip more: with them there is nothing to be looked up, so all is
 * worked out here and stored at once. Answers false, with nothing stored, where there is more to it (they are known or could
 * be somebody, it is doubtful, somebody else stored the same at this moment): then letIn has to do it.
 */
export async function takeNewcomer(database: Database, newcomer: Newcomer): Promise<boolean> {
  const { business, looked, told, doubts, rules } = newcomer;
  const { recognised, row } = looked;
  const [resolution] = recognised?.resolutions ?? [];
  const isNew =
    recognised?.statement != null &&
    resolution !== undefined &&
    'personId' in resolution &&
    !recognised.knownSince.has(resolution.personId);
  const isPlain = doubts.length === 0 && told.traits.every(({ trait }) => trait !== NAME_TRAIT);
  if (!isNew || !isPlain || row.source === null) return false;
  const terms = await termsOf(database, business, row);
  try {
    await database.withBusiness(
      business.id,
      (tx) => tx.commitWith(statementsOf(newcomer, resolution.personId, recognised, terms)),
      { plannedOnce: true },
    );
  } catch (error) {
    if (OVERTAKEN.includes(failureOf(error).code ?? '')) return false;
    throw error;
  }
  callClimber(database, business.id);
  return true;

  function statementsOf(
    { origin, arriving }: Newcomer,
    person: number,
    { statement: arrived }: Recognised,
    inForce: Awaited<ReturnType<typeof termsOf>>,
  ): Statement[] {
    const { at, address } = arriving;
    const source = row.source ?? 0;
    const { submission, note } = row;
    const letting = { personId: person, source, submission, told, at, address, origin };
    const noted = note === null ? null : { id: note, person, text: told.note, by: rules.by, at };
    const facts = [
      ...factsOf(rules, letting, submission),
      ...(noted === null ? [] : [noteWritten(noted, { by: rules.by, source })]),
    ];
    const lead = arrivingLead(
      business,
      inForce,
      {
        lead: row.lead,
        person,
        ...origin,
        form: rules.gate.key,
        owner: row.isHere ? rules.owner : null,
        hand: rules.hand || told.asked.length > 0,
        told: facts,
      },
      { by: rules.by, now: at, salesSource: source },
    );
    const consents = consentsOf(rules, letting);
    const counted = [
      { kind: 'sent' as const, subject: arriving.form?.id ?? 0 },
      { kind: 'lead' as const, subject: arriving.form?.id ?? 0 },
    ];
    return [
      ...(arrived === null ? [] : [arrived]),
      ...(noted === null ? [] : [addingNote(noted)]),
      ...(consents.length === 0 ? [] : [keepingConsents(consents)]),
      appendStatement(business, [...facts, ...lead.facts], { roots: new Map(), early: [] }),
      ...(told.traits.length === 0 ? [] : [foldingTraits(business, [person])]),
      keepingTaken({ ...arriving, ...origin }, { id: submission, person, lead: row.lead }),
      lead.statement,
      countingToday(business, counted, at),
    ];
  }
}
