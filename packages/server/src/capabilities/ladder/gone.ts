import type { FastifyReply } from 'fastify';

/** Aborted when the connection closes before the answer was sent: nobody waits for what is still being worked out. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
