import { unitsOf } from '@nardeban/core/programme';
import { accept, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  idText,
  paging,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { membersOf } from '../../people/index.ts';
import { guesserOf, guessLockStatement, noteWrongCodes, readGuessLock } from '../codes/guesses.ts';
import { typedCode } from '../codes/schemas.ts';
import { askCode, checkCode, type CodeProof, useCode } from '../one-time-codes/codes.ts';
import { rewardByKey } from './catalogue.ts';
import { type Redeemed, redeemReward, rootOf } from './redeeming.ts';
import { cancelRedemption, handOver, listRedemptions, redemptionById } from './redemptions.ts';
import { redeemedSchema, redeemSchema, redemptionSchema } from './schemas.ts';

const PAGE = 50;
const tags = ['club'];
const atTill = { scope: 'till:write' } as const;
const reading = { scope: 'club:read' } as const;
const writing = { scope: 'club:write' } as const;
const key = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const one = z.strictObject({ id: idText });

/** Redeeming rewards: with proof where it is asked for, handed over against a code, and taken back. */
export const redemptionRoutes: Routes = (app, parts) => {
  redeemRoutes(app, parts);
  handOverRoute(app, parts);
  listRoutes(app, parts);
};

/** What alone a one-time code for this reward is good for. */
const aboutReward = (reward: string): string => `reward:${reward}`;

const redeemRoutes: Routes = (app, parts) => {
  const { database, writes, clock } = parts;

  app.post(
    '/v1/club/rewards/:key/proof',
    {
      config: atTill,
      schema: {
        operationId: 'askRewardProof',
        tags,
        description:
          'Sends the person a one-time code with which they prove who they are, to redeem this reward.',
        params: z.strictObject({ key }),
        body: z.strictObject({ person: z.int().min(1), units: z.int().min(1).max(1e12).optional() }),
        response: {
          201: z.strictObject({ challenge: z.string(), to: z.string(), expiresAt: z.number() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { person, units = null } = request.body;
      const reward = await database.withBusiness(business.id, (tx) => rewardByKey(tx, request.params.key));
      if (!reward.ok) return refuseWith(request, reply, reward.refusal);
      const { definition } = reward.value;
      const asked = unitsOf(definition.price, units);
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const sent = await askCode(parts, business, {
        purpose: 'redeem',
        to: { person },
        about: aboutReward(definition.key),
        what: definition.name[business.language === 'en' ? 'en' : 'fa'],
      });
      if (!sent.ok) return refuseWith(request, reply, sent.refusal);
      return reply.code(201).send({ ...sent.value });
    },
  );

  app.post(
    '/v1/club/rewards/:key/redeem',
    {
      config: atTill,
      schema: {
        operationId: 'redeemReward',
        tags,
        description:
          'Spends the units and hands out a code. A reward that asks for proof needs the one-time code of the person.',
        params: z.strictObject({ key }),
        body: redeemSchema,
        response: { 201: redeemedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { person, units = null, proof } = request.body;
      const told = { person, proof, reward: request.params.key };
      const proven = await provenBy(parts, by.business, told);
      if (!proven.ok) return refuseWith(request, reply, proven.refusal);
      await writes.inBusiness<Redeemed>(request, reply, async (tx) => {
        const now = clock.now();
        if (proven.value !== null) {
          const used = await useCode(tx, proven.value, now);
          if (!used.ok) return used;
        }
        const asked = { key: request.params.key, person, units, proven: proven.value !== null };
        const redeemed = await redeemReward(tx, by.business, asked, { by: by.name, now });
        if (!redeemed.ok) return redeemed;
        const about = { kind: 'person', id: redeemed.value.person };
        await recordDeed(tx, { by, deed: 'reward.redeemed', about, detail: { name: request.params.key } });
        return accept({ status: 201, body: redeemed.value });
      });
      return reply;
    },
  );
};

/** The proof that came with it, checked: it has to be of this person. Null: none came. */
async function provenBy(
  parts: Pick<RouteParts, 'database' | 'clock'>,
  business: Business,
  {
    person,
    proof,
    reward,
  }: {
    readonly person: number;
    readonly proof: { readonly code: string; readonly challenge?: string | undefined } | undefined;
    readonly reward: string;
  },
): Promise<Result<CodeProof | null>> {
  if (proof === undefined) return accept(null);
  const { code, challenge } = proof;
  const roots = (id: number) => parts.database.withBusiness(business.id, (tx) => rootOf(tx, id));
  const root = await roots(person);
  const by = challenge === undefined ? { person: root ?? person } : { challenge };
  const checked = await checkCode(parts, business, {
    purpose: 'redeem',
    code,
    by,
    about: aboutReward(reward),
  });
  if (!checked.ok) return checked;
  const whose = checked.value.person === null ? null : await roots(checked.value.person);
  return whose !== null && whose === root
    ? checked
    : { ok: false, refusal: { code: 'proof_of_another', field: 'proof.code' } };
}

const handOverRoute: Routes = (app, { database, writes, clock }) => {
  app.post(
    '/v1/club/redemptions/hand-over',
    {
      config: atTill,
      schema: {
        operationId: 'handOverReward',
        tags,
        description:
          'Hands over what a code was given out for. Who tries many codes that are none has to wait.',
        body: z.strictObject({ code: typedCode }),
        response: { 200: redemptionSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const now = clock.now();
      const who = guesserOf(by);
      const lock = await database.withBusiness(by.business.id, (tx) => tx.query(guessLockStatement(who)));
      const closed = readGuessLock(lock, now);
      if (closed !== null) {
        void reply.header('retry-after', String(closed.detail?.['seconds'] ?? 60));
        return refuseWith(request, reply, closed);
      }
      let wrong = 0;
      await writes.inBusiness(request, reply, async (tx) => {
        const handed = await handOver(tx, by.business, request.body.code, { by: by.name, now });
        wrong = !handed.ok && handed.refusal.code === 'redemption_code_unknown' ? 1 : 0;
        if (!handed.ok) return handed;
        const { id, name } = handed.value;
        const about = { kind: 'redemption', id };
        await recordDeed(tx, { by, deed: 'reward.handed', about, detail: { name: name.fa } });
        return accept({ status: 200, body: handed.value });
      });
      await noteWrongCodes(database, by.business.id, who, wrong, now);
      return reply;
    },
  );
};

const listRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/club/redemptions',
    {
      config: reading,
      schema: {
        operationId: 'listRedemptions',
        tags,
        description: 'What was redeemed, the newest first.',
        querystring: z.strictObject({
          ...paging,
          person: idText.optional(),
          reward: key.optional(),
          state: z.enum(['open', 'handed', 'cancelled']).optional(),
        }),
        response: {
          200: z.strictObject({ redemptions: z.array(redemptionSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { person, limit = PAGE, ...asked } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const root = person === undefined ? null : await rootOf(tx, person);
        const people = root === null ? undefined : (await membersOf(tx, [root])).get(root);
        return person !== undefined && root === null
          ? { redemptions: [], next: null }
          : listRedemptions(tx, { ...asked, people, limit });
      });
      return { redemptions: [...page.redemptions], next: page.next };
    },
  );

  app.get(
    '/v1/club/redemptions/:id',
    {
      config: reading,
      schema: {
        operationId: 'redemption',
        tags,
        params: one,
        response: { 200: redemptionSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        redemptionById(tx, request.params.id),
      );
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.post(
    '/v1/club/redemptions/:id/cancel',
    {
      config: writing,
      schema: {
        operationId: 'cancelRedemption',
        tags,
        description:
          'Undoes a redemption: the units go back to the lots they came from, the piece is there again, and its code is worth nothing.',
        params: one,
        body: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
        response: {
          200: z.strictObject({
            redemption: redemptionSchema,
            restored: z.int().describe('Units that are there again.'),
            expired: z.int().describe('Units that went back to lots which have ended meanwhile.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        const cancelled = await cancelRedemption(tx, by.business, id, request.body.reason, author);
        if (!cancelled.ok) return cancelled;
        const detail = { name: cancelled.value.redemption.name.fa };
        await recordDeed(tx, { by, deed: 'reward.cancelled', about: { kind: 'redemption', id }, detail });
        return accept({ status: 200, body: cancelled.value });
      });
      return reply;
    },
  );
};
