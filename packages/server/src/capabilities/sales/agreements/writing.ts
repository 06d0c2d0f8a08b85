import { accept, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type NewDeed, recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, readerLanguage, type RouteParts } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { Author } from './paper.ts';
import { agreementShown } from './showing.ts';
import type { Agreement } from './store.ts';

/** Who writes, and when. */
export function authorOf(request: FastifyRequest, clock: RouteParts['clock']): Author {
  return { by: askerOf(request).name, now: clock.now() };
}

/**
 * Does something to an agreement in the name of who asks, and answers the agreement as it is then: with 200, or with 201 where
 * something new was made. What is to be read in the record of deeds says so in `told`.
 */
export function agreementWriter({ writes, clock }: Pick<RouteParts, 'writes' | 'clock'>) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (tx: Tx, business: Business, author: Author) => Promise<Result<Agreement>>,
    {
      status = 200,
      told,
    }: { readonly status?: 200 | 201; readonly told?: Pick<NewDeed, 'deed' | 'detail'> } = {},
  ): Promise<void> => {
    const by = askerOf(request);
    await writes.inBusiness(request, reply, async (tx) => {
      const done = await work(tx, by.business, authorOf(request, clock));
      if (!done.ok) return done;
      const about = { kind: 'agreement', id: String(done.value.id) };
      if (told !== undefined) await recordDeed(tx, { by, about, ...told });
      const body = await agreementShown(tx, by.business, done.value, readerLanguage(request));
      return accept({ status, body });
    });
  };
}
