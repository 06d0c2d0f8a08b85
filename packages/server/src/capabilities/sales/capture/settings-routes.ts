import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, refusals, type Routes } from '../../../platform/http/index.ts';
import { changeMailbox, listMailboxes, makeMailbox } from './mailboxes.ts';
import {
  captureSettingsChangeSchema,
  captureSettingsSchema,
  mailboxChangeSchema,
  mailboxSchema,
  newMailboxSchema,
} from './schemas.ts';
import { captureSettings, changeCaptureSettings } from './settings.ts';
import { shownMailbox } from './shown.ts';

const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const managing = { scope: 'sales:manage' } as const;

/** The business's own sites and what their pages may tell, and the addresses that take in e-mail. */
export const captureSettingsRoutes: Routes = (app, { database, writes, clock, config }) => {
  app.get(
    '/v1/sales/capture-settings',
    {
      config: reading,
      schema: { operationId: 'captureSettings', tags, response: { 200: captureSettingsSchema, ...refusals } },
    },
    async (request) => {
      const settings = await database.withBusiness(askerOf(request).business.id, captureSettings);
      return { ...settings, sites: [...settings.sites] };
    },
  );

  app.put(
    '/v1/sales/capture-settings',
    {
      config: managing,
      schema: {
        operationId: 'changeCaptureSettings',
        tags,
        body: captureSettingsChangeSchema,
        response: { 200: captureSettingsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness<z.infer<typeof captureSettingsSchema>>(request, reply, async (tx) => {
        const changed = await changeCaptureSettings(tx, request.body, { by: by.name, now: clock.now() });
        if (!changed.ok) return changed;
        const { sites, visits } = changed.value;
        await recordDeed(tx, {
          by,
          deed: 'capture.settings_changed',
          detail: { sites: sites.length, visits },
        });
        return accept({ status: 200, body: { ...changed.value, sites: [...sites] } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/mailboxes',
    {
      config: reading,
      schema: {
        operationId: 'listMailboxes',
        tags,
        description: 'Addresses whose letters become leads, the newest first.',
        response: { 200: z.strictObject({ mailboxes: z.array(mailboxSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const mailboxes = await database.withBusiness(business.id, listMailboxes);
      return { mailboxes: mailboxes.map((mailbox) => shownMailbox(mailbox, business, config.mail?.domain)) };
    },
  );

  app.post(
    '/v1/sales/mailboxes',
    {
      config: managing,
      schema: {
        operationId: 'makeMailbox',
        tags,
        body: newMailboxSchema,
        response: { 201: mailboxSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness<z.infer<typeof mailboxSchema>>(request, reply, async (tx) => {
        const made = await makeMailbox(tx, request.body, { by: by.name, now: clock.now() });
        if (!made.ok) return made;
        const { id, title } = made.value;
        await recordDeed(tx, {
          by,
          deed: 'mailbox.saved',
          about: { kind: 'mailbox', id },
          detail: { name: title },
        });
        return accept({ status: 201, body: shownMailbox(made.value, by.business, config.mail?.domain) });
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/mailboxes/:mailbox',
    {
      config: managing,
      schema: {
        operationId: 'changeMailbox',
        tags,
        description: 'A closed address takes nothing in.',
        params: z.strictObject({ mailbox: idText }),
        body: mailboxChangeSchema,
        response: { 200: mailboxSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness<z.infer<typeof mailboxSchema>>(request, reply, async (tx) => {
        const changed = await changeMailbox(tx, request.params.mailbox, request.body, {
          by: by.name,
          now: clock.now(),
        });
        if (!changed.ok) return changed;
        const { id, title } = changed.value;
        await recordDeed(tx, {
          by,
          deed: 'mailbox.saved',
          about: { kind: 'mailbox', id },
          detail: { name: title },
        });
        return accept({ status: 200, body: shownMailbox(changed.value, by.business, config.mail?.domain) });
      });
      return reply;
    },
  );
};
