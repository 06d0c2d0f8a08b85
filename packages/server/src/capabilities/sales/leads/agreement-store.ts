import {
  fieldsScored,
  type Qualification,
  type Scorer,
  scorerOf,
  SHIPPED_QUALIFICATION,
  typesScored,
} from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf, type Reading, readingOfFields } from '../../ladder/index.ts';

/** What marketing and sales agreed on, as it was published. */
export interface AgreementVersion {
  /** 0: the one that is shipped. */
  readonly version: number;
  readonly definition: Qualification;
  readonly note: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Instant | null;
}

const COLUMNS = `version, definition, note, published_by AS "publishedBy", published_at AS "publishedAt"`;
const SHIPPED: AgreementVersion = {
  version: 0,
  definition: SHIPPED_QUALIFICATION,
  note: null,
  publishedBy: null,
  publishedAt: null,
};

/** The agreement in force; the shipped one where none was made. */
export async function agreementInForce(tx: Tx): Promise<AgreementVersion> {
  const { rows } = await tx.query<AgreementVersion>({
    name: 'lead-agreement',
    text: `SELECT ${COLUMNS} FROM qualification_versions WHERE business_id = this_business()
           ORDER BY business_id DESC, version DESC LIMIT 1`,
  });
  return rows[0] ?? SHIPPED;
}

/** Null: there is none of that number. */
export async function agreementVersion(tx: Tx, version: number): Promise<AgreementVersion | null> {
  if (version === 0) return SHIPPED;
  const { rows } = await tx.query<AgreementVersion>(
    `SELECT ${COLUMNS} FROM qualification_versions WHERE business_id = this_business() AND version = $1`,
    [version],
  );
  return rows[0] ?? null;
}

/** The newest first. */
export async function agreementVersions(
  tx: Tx,
  asked: { readonly before?: number | undefined; readonly limit: number },
): Promise<AgreementVersion[]> {
  const { rows } = await tx.query<AgreementVersion>(
    `SELECT ${COLUMNS} FROM qualification_versions
     WHERE business_id = this_business() AND ($1::integer IS NULL OR version < $1)
     ORDER BY business_id DESC, version DESC LIMIT $2`,
    [asked.before ?? null, asked.limit],
  );
  return rows;
}

/** Puts a definition in force; the caller holds the draft, so nobody else does. */
export async function insertAgreement(
  tx: Tx,
  asked: {
    readonly definition: Qualification;
    readonly note: string | null;
    readonly by: string;
    readonly now: Instant;
  },
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO qualification_versions (business_id, version, definition, note, published_by, published_at)
     SELECT this_business(), coalesce(max(version), 0) + 1, $1, $2, $3, $4 FROM qualification_versions
     WHERE business_id = this_business() RETURNING version`,
    [JSON.stringify(asked.definition), asked.note, asked.by, timestamptz(asked.now)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('An agreement was put in force and not answered.');
  return row.version;
}

/** Made ready once; a version never changes, and the calendar it is read by is part of its name. */
const scorers = new Map<string, Scorer>();
const MOST_SCORERS = 200;

export function scorerFor(business: Business, { version, definition }: AgreementVersion): Scorer {
  const name = [business.id, version, business.zone, business.calendar].join(' ');
  const known = scorers.get(name);
  if (known !== undefined) return known;
  const made = scorerOf(definition, calendarOf(business));
  const oldest = scorers.keys().next();
  if (scorers.size >= MOST_SCORERS && !oldest.done) scorers.delete(oldest.value);
  scorers.set(name, made);
  return made;
}

/** What is read of histories to score by these definitions, and beyond them. */
export function readingForLeads(
  definitions: readonly Qualification[],
  options: { readonly ids?: boolean; readonly also?: readonly string[] } = {},
): Reading {
  return readingOfFields(
    {
      types: [...definitions.flatMap((one) => [...typesScored(one)]), ...(options.also ?? [])],
      fields: definitions.flatMap((one) => [...fieldsScored(one)]),
    },
    options,
  );
}
