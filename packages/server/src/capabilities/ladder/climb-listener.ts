import type pg from 'pg';
import type { Log } from '../../platform/log/index.ts';
import { CLIMB_CHANNEL } from '../people/index.ts';

/** One connection of the pool that does nothing but hear notifications; taken anew when it breaks. */
export class ClimbListener {
  private readonly pool: pg.Pool;
  private readonly onBusiness: (business: number) => void;
  private readonly log: Log;
  private client: pg.PoolClient | null = null;

  constructor(pool: pg.Pool, onBusiness: (business: number) => void, log: Log) {
    this.pool = pool;
    this.onBusiness = onBusiness;
    this.log = log;
  }

  async start(): Promise<void> {
    if (this.client) return;
    const client = await this.pool.connect();
    this.client = client;
    client.on('notification', ({ payload }) => {
      const business = Number(payload);
      if (Number.isSafeInteger(business) && business > 0) this.onBusiness(business);
    });
    client.on('error', (error) => {
      // A connection may break once more while it is closed, and by then it is not ours.
      if (this.client !== client) return;
      this.log.warn({ error }, 'The connection that hears of new facts broke; the next sweep opens another');
      this.client = null;
      client.release(error);
    });
    await client.query(`LISTEN ${CLIMB_CHANNEL}`);
  }

  stop(): void {
    this.client?.release(true);
    this.client = null;
  }
}
