/**
 * How fast people are found among a million of them: fills a business, asks for ten and more kinds of term, and prints
 * the median and the 95th percentile of each. The aim is under 50 ms.
 *
 *   node benchmarks/search.ts [people, 1000000 unless told]
 *
 * Uses the server in DATABASE_URL, or an embedded one in a temporary folder; removes what it made.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NormalIdentity } from '@nardeban/core/people';
import { type Chance, seededChance } from '@nardeban/core/testing';
import { toPersianDigits } from '@nardeban/core/values';
import { resolvePeople, searchPeople } from '/work/main/packages/server/src/capabilities/people/index.ts';
import { withConnection } from '/work/main/packages/server/src/platform/database/connection.ts';
import { type Database, migrate, openDatabase } from '/work/main/packages/server/src/platform/database/index.ts';
import { openPostgres } from '/work/main/packages/server/src/platform/postgres/index.ts';
import { type Business, createBusiness } from '/work/main/packages/server/src/platform/tenancy/index.ts';
import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES } from '/work/main/packages/server/src/pretend/names.ts';

const AT_ONCE = 10_000;
const ASKED = 60;
const SHOWN = 20;

const firstNames = [...FEMALE_NAMES, ...MALE_NAMES].map(({ persian }) => persian);
const chance = seededChance(1405);

/** Names are not spread evenly: the first of a list are far more common than the last. */
function common(names: readonly string[], dice: Chance): string {
  return names[Math.floor(names.length * dice.next() ** 2)] ?? '';
}

const mobileOf = (index: number): string =>
  `+989${String((index * 98_245_165_3) % 1_000_000_000).padStart(9, '0')}`;
const emailOf = (index: number): string => `customer.${index}@example.com`;

function person(index: number, dice: Chance): NormalIdentity {
  return {
    name: `${common(firstNames, dice)} ${common(LAST_NAMES, dice)}`,
    mobile: mobileOf(index),
    external: String(100_000 + index),
    ...(index % 4 === 0 ? { email: emailOf(index) } : {}),
  };
}

async function fill(database: Database, business: Business, people: number): Promise<void> {
  const started = performance.now();
  for (let from = 0; from < people; from += AT_ONCE) {
    const identities = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, index) =>
      person(from + index, chance),
    );
    await database.withBusiness(business.id, (tx) =>
      resolvePeople(
        tx,
        business,
        identities,
        identities.map(() => Date.UTC(2026, 0, 1)),
      ),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`${people} people in ${seconds.toFixed(1)} s: ${Math.round(people / seconds)} a second`);
}

function termsOf(people: number): readonly (readonly [kind: string, term: (dice: Chance) => string])[] {
  const someone = (dice: Chance): number => dice.int(0, people - 1);
  const national = (dice: Chance): string => `0${mobileOf(someone(dice)).slice(3)}`;
  return [
    ['mobile, as written', (dice) => national(dice)],
    ['mobile, Persian digits, its beginning', (dice) => toPersianDigits(national(dice).slice(0, 8))],
    ['last four digits', (dice) => mobileOf(someone(dice)).slice(-4)],
    ['last six digits', (dice) => mobileOf(someone(dice)).slice(-6)],
    ['customer number', (dice) => String(100_000 + someone(dice))],
    ['e-mail', (dice) => emailOf(someone(dice))],
    ['first name', (dice) => common(firstNames, dice)],
    ['family name', (dice) => common(LAST_NAMES, dice)],
    ['a rare family name', (dice) => LAST_NAMES[LAST_NAMES.length - 1 - dice.int(0, 9)] ?? ''],
    ['both names', (dice) => `${common(firstNames, dice)} ${common(LAST_NAMES, dice)}`],
    [
      'both, Arabic letters and no ZWNJ',
      (dice) =>
        `${common(firstNames, dice)} ${common(LAST_NAMES, dice)}`
          .replaceAll('ی', 'ي')
          .replaceAll('ک', 'ك')
          .replaceAll('\u200C', ''),
    ],
    ['three letters of a name', (dice) => common(LAST_NAMES, dice).slice(1, 4)],
    ['an ending of many names', (dice) => dice.pick(['زاده', 'پور', 'نژاد', 'محمدی'])],
    ['two letters', (dice) => common(firstNames, dice).slice(0, 2)],
    ['one letter', (dice) => common(firstNames, dice).slice(0, 1)],
    ['typed on the other layout', (dice) => dice.pick(['uGd', 'lpln', ';vdld', 'vqhdd', 'hplnd'])],
    ['nothing that is there', (dice) => dice.pick(['ژژژ', 'محمدظظ', 'xyzxyz', 'کریمیکریمی', 'احمدیزادهفر'])],
  ];
}

async function measure(database: Database, business: Business, people: number): Promise<void> {
  const dice = seededChance(7);
  console.log(`${'term'.padEnd(42)}${'p50 ms'.padStart(8)}${'p95 ms'.padStart(8)}${'max ms'.padStart(8)}`);
  for (const [kind, term] of termsOf(people)) {
    await searchPeople(database, business, term(dice), SHOWN);
    const times: number[] = [];
    for (let turn = 0; turn < ASKED; turn += 1) {
      const asked = term(dice);
      const started = performance.now();
      await searchPeople(database, business, asked, SHOWN);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const shown = [times[Math.floor(ASKED * 0.5)], times[Math.floor(ASKED * 0.95)], times.at(-1)];
    console.log(kind.padEnd(42) + shown.map((ms = 0) => ms.toFixed(1).padStart(8)).join(''));
  }
}

async function main(): Promise<void> {
  const people = Number(process.argv[2] ?? 1_000_000);
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-search-'));
  await chmod(dataFolder, 0o711);
  const postgres = await openPostgres({
    dataFolder,
    databaseUrl: process.env['DATABASE_URL'],
    databaseAppUrl: process.env['DATABASE_APP_URL'],
  });
  const name = `nardeban_search_${randomBytes(4).toString('hex')}`;
  const inside = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  try {
    await withConnection(postgres.ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`));
    const appUrl = inside(postgres.appUrl);
    await migrate(inside(postgres.ownerUrl), { appUrl });
    const database = await openDatabase(appUrl);
    try {
      const made = await createBusiness(database, { slug: 'big', name: 'Big' });
      if (!made.ok) throw new Error(made.refusal.code);
      await fill(database, made.value, people);
      await withConnection(inside(postgres.ownerUrl), (client) => client.query('VACUUM ANALYZE'));
      await measure(database, made.value, people);
    } finally {
      await database.close();
    }
  } finally {
    await withConnection(postgres.ownerUrl, (client) => client.query(`SELECT 1`));
    await postgres.release();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

await main();
