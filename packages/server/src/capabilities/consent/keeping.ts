import type { Instant } from '@nardeban/core/values';
import {
  boolArray,
  float8Array,
  int8Array,
  type Statement,
  textArray,
  type Tx,
} from '../../platform/database/index.ts';

/** Somebody who agreed to something, in which words, by which form and from where. */
export interface ConsentTold {
  readonly person: number;
  readonly purpose: string;
  readonly channel: string;
  readonly words: string;
  readonly way: string;
  readonly address: string | null;
  readonly at: Instant;
}

/**
 * Keeps what people agreed to where everything stands that they ever agreed to or took back: with the exact sentence they
 * read, as proof.
 */
export async function keepConsents(tx: Tx, told: readonly ConsentTold[]): Promise<void> {
  if (told.length > 0) await tx.query(keepingConsents(told));
}

/** The same as a statement. */
export function keepingConsents(told: readonly ConsentTold[]): Statement {
  return {
    name: 'capture-keep-consents',
    text: `INSERT INTO consent_records (business_id, person_id, purpose, channel, given, wording, way, address, at)
           SELECT this_business(), c.person, c.purpose, c.channel, c.given, c.wording, c.way, c.address, to_timestamp(c.at / 1000)
           FROM unnest($1::bigint[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::float8[])
             AS c (person, purpose, channel, given, wording, way, address, at)`,
    values: [
      int8Array(told.map(({ person }) => person)),
      textArray(told.map(({ purpose }) => purpose)),
      textArray(told.map(({ channel }) => channel)),
      boolArray(told.map(() => true)),
      textArray(told.map(({ words }) => words)),
      textArray(told.map(({ way }) => way.slice(0, 40))),
      textArray(told.map(({ address }) => address?.slice(0, 60) ?? null)),
      float8Array(told.map(({ at }) => at)),
    ],
  };
}
