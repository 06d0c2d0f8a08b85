// A program for the tests to kill: opens the embedded PostgreSQL in the folder it is given and writes one row after
// another, telling the number of each on standard output once its commit was acknowledged.
import { Client } from 'pg';
import { openPostgres } from './index.ts';

const dataFolder = process.argv[2] ?? '';
const { ownerUrl } = await openPostgres({ dataFolder, databaseUrl: undefined, databaseAppUrl: undefined });
const client = new Client({ connectionString: ownerUrl });
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS written (number integer PRIMARY KEY)');
for (;;) {
  const { rows } = await client.query<{ number: number }>(
    'INSERT INTO written SELECT coalesce(max(number), 0) + 1 FROM written RETURNING number',
  );
  process.stdout.write(`${rows[0]?.number}\n`);
}
