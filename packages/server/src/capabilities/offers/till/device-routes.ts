import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, refusals, type Routes } from '../../../platform/http/index.ts';
import { type Device, listDevices, registerDevice, revokeDevice } from './devices.ts';

const deviceSchema = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    branch: z.string().nullable(),
    madeBy: z.string(),
    madeAt: z.number(),
    revokedBy: z.string().nullable(),
    revokedAt: z.number().nullable(),
    lastSlip: z.int().describe('The highest number among its slips; 0: it has sent none.'),
  })
  .meta({ id: 'TillDevice' });
const registeredSchema = z.strictObject({
  device: deviceSchema,
  secret: z
    .string()
    .nullable()
    .describe('The key the till signs with, in base64url; told this once, null in a repeated answer.'),
});

/** Tills that may sell while the network is away. */
export const deviceRoutes: Routes = (app, { database, writes, clock }) => {
  const tags = ['club'];

  app.get(
    '/v1/till/devices',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'listTills',
        tags,
        response: { 200: z.strictObject({ devices: z.array(deviceSchema) }), ...refusals },
      },
    },
    async (request) => {
      const devices = await database.withBusiness(askerOf(request).business.id, listDevices);
      return { devices: devices.map(shown) };
    },
  );

  app.post(
    '/v1/till/devices',
    {
      config: { scope: 'till:write' },
      schema: {
        operationId: 'registerTill',
        tags,
        description: 'Makes a till known, when somebody signs in at it, and tells the key for its slips.',
        body: z.strictObject({
          name: z.string().trim().min(1).max(100),
          branch: z.string().trim().min(1).max(200).optional(),
        }),
        response: { 201: registeredSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { name, branch } = request.body;
      await writes.inBusiness<z.infer<typeof registeredSchema>>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const made = await registerDevice(tx, { name, branch: branch ?? null }, author);
        if (!made.ok) return made;
        const { device, secret } = made.value;
        await recordDeed(tx, {
          by: asker,
          deed: 'till.registered',
          about: { kind: 'till', id: device.id },
          detail: { name },
        });
        const body = { device: shown(device), secret };
        return accept({ status: 201, body, kept: { ...body, secret: null } });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/till/devices/:id',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'revokeTill',
        tags,
        description: 'Its slips are refused from now on; what it has sent stays.',
        params: z.strictObject({ id: idText }),
        response: { 200: deviceSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof deviceSchema>>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const revoked = await revokeDevice(tx, request.params.id, author);
        if (!revoked.ok) return revoked;
        await recordDeed(tx, {
          by: asker,
          deed: 'till.revoked',
          about: { kind: 'till', id: revoked.value.id },
          detail: { name: revoked.value.name },
        });
        return accept({ status: 200, body: shown(revoked.value) });
      });
      return reply;
    },
  );
};

function shown(device: Device): z.infer<typeof deviceSchema> {
  return { ...device };
}
