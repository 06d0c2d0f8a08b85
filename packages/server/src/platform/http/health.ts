import { z } from 'zod';
import type { Database } from '../database/index.ts';
import type { Http } from './http.ts';

const healthSchema = z.strictObject({ live: z.literal(true), database: z.boolean() }).meta({ id: 'Health' });

/** Alive, and whether the database answers within two seconds: 200 or 503, for whoever decides where requests go. */
export function serveHealth(app: Http, database: Database): void {
  app.get(
    '/health',
    {
      config: { scope: { public: 'tells only whether the program works' }, rateLimit: false },
      schema: {
        operationId: 'health',
        tags: ['operation'],
        response: { 200: healthSchema, 503: healthSchema },
      },
    },
    async (_request, reply) => {
      const answers = await databaseAnswers(database);
      return reply
        .code(answers ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ live: true, database: answers });
    },
  );
}

async function databaseAnswers(database: Database): Promise<boolean> {
  const asked = database.pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2000);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
