import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import {
  changeRole,
  type Invitation,
  invite,
  type Member,
  membersOf,
  openInvitations,
  removeMember,
  withdrawInvitation,
} from '../sign-in/index.ts';
import { idText } from './described.ts';
import { type Http, refusals } from './http.ts';
import type { BusinessWrites } from './idempotency.ts';
import { askerOf } from './permit.ts';
import { mayGive, roles, scopes, scopesOfRole } from './permissions.ts';

const role = z.enum(roles);

const memberSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    joinedAt: z.int(),
    secondFactor: z.boolean(),
    seenAt: z.int().nullable().describe('To the day; null: signed in nowhere.'),
  })
  .meta({ id: 'Member' });

const invitationSchema = z
  .strictObject({
    id: z.int(),
    role,
    invitee: z.string().nullable(),
    madeBy: z.string(),
    madeAt: z.int(),
    expiresAt: z.int(),
  })
  .meta({ id: 'Invitation' });

const toldInvitationSchema = z.strictObject({
  token: z
    .string()
    .nullable()
    .describe('The link is /invitation#token. Told once; null when the request is a repetition.'),
  invitation: invitationSchema,
});

const memberParams = z.strictObject({ id: z.uuid() });

/** Who works here, as what; inviting, changing roles, removing. */
export function serveStaff(app: Http, database: Database, writes: BusinessWrites, clock: Clock): void {
  const config = { scope: 'staff:write' } as const;
  const tags = ['staff'];

  app.get(
    '/v1/permissions',
    {
      config: { scope: 'anyone known', anyBusiness: true },
      schema: {
        operationId: 'permissions',
        tags,
        description: 'The table of what each role may do: what the server holds everybody to.',
        response: {
          200: z.strictObject({
            scopes: z.array(z.enum(scopes)),
            roles: z.array(z.strictObject({ role, scopes: z.array(z.enum(scopes)), mayGive: z.boolean() })),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      return {
        scopes: [...scopes],
        roles: roles.map((one) => ({
          role: one,
          scopes: [...scopesOfRole[one]],
          mayGive: asker.scopes.has('staff:write') && mayGive(asker.scopes, one),
        })),
      };
    },
  );

  app.get(
    '/v1/staff',
    {
      config,
      schema: {
        operationId: 'listStaff',
        tags,
        response: {
          200: z.strictObject({ members: z.array(memberSchema), invitations: z.array(invitationSchema) }),
          ...refusals,
        },
      },
    },
    async (request) =>
      database.withBusiness(askerOf(request).business.id, async (tx) => ({
        members: (await membersOf(tx)).map(shownMember),
        invitations: (await openInvitations(tx, clock.now())).map(shownInvitation),
      })),
  );

  app.patch(
    '/v1/staff/:id',
    {
      config,
      schema: {
        operationId: 'changeRole',
        tags,
        params: memberParams,
        body: z.strictObject({ role }),
        response: { 200: memberSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<z.infer<typeof memberSchema>>(request, reply, async (tx) => {
        const changed = await changeRole(tx, id, request.body.role, asker.scopes);
        if (!changed.ok) return changed;
        const { before, member } = changed.value;
        if (before !== member.role) {
          await recordDeed(tx, {
            by: asker,
            deed: 'staff.role_changed',
            about: { kind: 'staff', id },
            detail: { email: member.email, from: before, to: member.role },
          });
        }
        return accept({ status: 200, body: shownMember(member) });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/staff/:id',
    {
      config,
      schema: {
        operationId: 'removeStaff',
        tags,
        params: memberParams,
        response: { 200: memberSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<z.infer<typeof memberSchema>>(request, reply, async (tx) => {
        const removed = await removeMember(tx, id, asker.scopes);
        if (!removed.ok) return removed;
        await recordDeed(tx, {
          by: asker,
          deed: 'staff.removed',
          about: { kind: 'staff', id },
          detail: { email: removed.value.email, role: removed.value.role },
        });
        return accept({ status: 200, body: shownMember(removed.value) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/invitations',
    {
      config,
      schema: {
        operationId: 'inviteStaff',
        tags,
        body: z.strictObject({
          role,
          invitee: z
            .string()
            .trim()
            .min(1)
            .max(200)
            .optional()
            .describe('For whom it is; for your own list.'),
        }),
        response: { 201: toldInvitationSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const wanted = {
        role: request.body.role,
        invitee: request.body.invitee ?? null,
        madeBy: asker.name,
      };
      await writes.inBusiness<z.infer<typeof toldInvitationSchema>>(request, reply, async (tx) => {
        const made = await invite(tx, asker.business.id, wanted, asker.scopes, clock.now());
        if (!made.ok) return made;
        const { token } = made.value;
        const invitation = shownInvitation(made.value.invitation);
        await recordDeed(tx, {
          by: asker,
          deed: 'staff.invited',
          about: { kind: 'invitation', id: invitation.id },
          detail: { role: invitation.role, invitee: invitation.invitee },
        });
        return accept({ status: 201, body: { token, invitation }, kept: { token: null, invitation } });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/invitations/:id',
    {
      config,
      schema: {
        operationId: 'withdrawInvitation',
        tags,
        params: z.strictObject({ id: idText }),
        response: { 200: invitationSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof invitationSchema>>(request, reply, async (tx) => {
        const withdrawn = await withdrawInvitation(tx, request.params.id, clock.now());
        if (!withdrawn.ok) return withdrawn;
        const { id, role: given, invitee } = withdrawn.value;
        await recordDeed(tx, {
          by: asker,
          deed: 'staff.invitation_withdrawn',
          about: { kind: 'invitation', id },
          detail: { role: given, invitee },
        });
        return accept({ status: 200, body: shownInvitation(withdrawn.value) });
      });
      return reply;
    },
  );
}

function shownMember(member: Member): z.infer<typeof memberSchema> {
  const { id, name, email, role: held, joinedAt, secondFactor, seenAt } = member;
  return { id, name, email, role: held, joinedAt, secondFactor, seenAt };
}

function shownInvitation(invitation: Invitation): z.infer<typeof invitationSchema> {
  return { ...invitation };
}
