import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { NO_TRAITS } from '@nardeban/core/facts';
import {
  FIELD_NAMES,
  type ImportSummary,
  type PartialMapping,
  readPartialMapping,
} from '@nardeban/core/imports';
import {
  type BusinessMoney,
  type Calendar,
  type Language,
  type MoneyUnit,
  NO_CURRENCY,
  RIAL,
  sayRefusal,
  showMoney,
} from '@nardeban/core/values';
import { declaredTraitsOf } from '../capabilities/facts/index.ts';
import {
  lookAt,
  createImport,
  customsOf,
  type ImportProgress,
  type Plan,
  planImport,
  previewImport,
  refusedFile,
  refusedLines,
  runImport,
  saveMapping,
  type Table,
  unfinishedImport,
} from '../capabilities/imports/index.ts';
import { drainClimbs, foundBusiness } from '../capabilities/ladder/index.ts';
import type { Tx } from '../platform/database/index.ts';
import { Refused } from '../platform/refused.ts';
import { type Business, businessBySlug, businessSlugs } from '../platform/tenancy/index.ts';
import type { CommandContext, Opened } from './command.ts';

/** The business that is made when a file comes and there is none. */
const FIRST_SLUG = 'shop';

/** Where nobody watches, a line now and then is enough. */
const LINE_EVERY_MS = 5000;

const REFUSALS_SHOWN = 5;

/** One run of `nardeban import`, from the opened file on. */
export class ImportCommand {
  readonly #context: CommandContext;
  readonly #opened: Opened;
  readonly #table: Table;
  readonly #business: Business | null;
  readonly #slug: string;
  readonly #plan: Plan;
  #told = 0;

  private constructor(
    context: CommandContext,
    opened: Opened,
    table: Table,
    found: { readonly business: Business | null; readonly slug: string; readonly plan: Plan },
  ) {
    this.#context = context;
    this.#opened = opened;
    this.#table = table;
    this.#business = found.business;
    this.#slug = found.slug;
    this.#plan = found.plan;
  }

  /** Finds the business, or the name of the one to make, and how the file is to be read. */
  static async prepare(context: CommandContext, table: Table): Promise<ImportCommand> {
    const stated = await statedMapping(context);
    const opened = await context.open();
    const slug = await slugOf(context, opened);
    const business = await businessBySlug(opened.database, slug);
    const money = statedMoney(context);
    const plan = await planImport(opened.database, table, business, {
      ...(stated === undefined ? {} : { stated }),
      ...(money === undefined ? {} : { money }),
    });
    if (!plan.ok) throw new Refused(plan.refusal.code, plan.refusal.detail, plan.refusal.field);
    return new ImportCommand(context, opened, table, { business, slug, plan: plan.value });
  }

  /** `--dry-run`: the proposal, sample rows and the total, and nothing written. */
  async preview(): Promise<number> {
    const { mapping, proposal } = this.#plan;
    const customs = this.#business ?? { ...customsOf(this.#table), ...this.#statedCustoms() };
    const preview = await previewImport(this.#opened.database, this.#table, mapping, customs, {
      now: this.#opened.clock.now(),
      signal: this.#context.signal,
      traits:
        this.#business === null
          ? NO_TRAITS
          : await this.#opened.database.withBusiness(this.#business.id, declaredTraitsOf),
      onProgress: (rows, total) => this.#tell(`reading: ${count(rows)} of about ${count(total)} rows`),
    });
    if (preview === null) return this.#context.refuse({ code: 'import_stopped' });
    const sample = this.#table.sample.slice(0, 3);
    const columns = this.#table.headers.map((header, at) => {
      const field = mapping.columns[header] ?? 'ignore';
      const name = Object.hasOwn(FIELD_NAMES, field)
        ? FIELD_NAMES[field as keyof typeof FIELD_NAMES].en
        : field;
      return `  ${header} → ${name}   ${sample.map((row) => row[at] ?? '').join(' | ')}`;
    });
    const text = [
      `One row is ${mapping.kind === 'lines' ? 'a line of an order' : mapping.kind === 'orders' ? 'an order' : 'a person'}:`,
      ...columns,
      ...proposal.questions.map((question) => `  ? ${questionText(question)}`),
      summaryText(preview.summary, this.#slug),
      `In words: ${this.#words(preview.summary)}`,
      ...preview.refused.map(({ line, refusal }) => `  row ${line}: ${sayRefusal(refusal, 'en')}`),
      'Nothing was written.',
    ];
    const refused = preview.refused.map(({ line, refusal }) => ({
      line,
      ...refusal,
      sentence: sayRefusal(refusal, 'en'),
    }));
    this.#context.print(
      {
        ...preview.summary,
        business: this.#slug,
        dryRun: true,
        mapping,
        sure: proposal.sure,
        questions: proposal.questions,
        sample,
        refusals: refused,
      },
      text.join('\n'),
    );
    return 0;
  }

  /** The import itself, and after it the climbs of everybody it touched. */
  async run(writeRefused: ((text: string) => Promise<void>) | null): Promise<number> {
    const began = performance.now();
    const { database, clock } = this.#opened;
    const business = this.#business ?? (await this.#found());
    for (const question of this.#plan.proposal.questions) this.#notice(questionText(question));
    const { mapping } = this.#plan;
    const file = this.#table;
    const record = await database.withBusiness(business.id, async (tx) => {
      if (this.#context.text('mapping') !== undefined)
        await saveMapping(tx, file.headers, mapping, basename(file.path));
      const unfinished = await unfinishedImport(tx, file.sha256, mapping);
      if (unfinished !== null) return unfinished;
      const path = resolve(file.path);
      return createImport(tx, {
        fileName: basename(path),
        filePath: path,
        sha256: file.sha256,
        bytes: file.bytes,
        mapping,
        look: lookAt(file, this.#plan.proposal, this.#plan.saved),
        madeBy: 'cli',
      });
    });
    if (record.progress.batches > 0) this.#notice(`Going on with import ${record.id}.`);
    const result = await runImport(database, business, record.id, {
      signal: this.#context.signal,
      onProgress: (progress) => this.#tell(progressText(progress)),
      onRead: ({ lines, refused, net }) => {
        const worth =
          net === null || mapping.kind === 'people'
            ? ''
            : `, worth ${showMoney(net, { ...business, language: 'en' })}`;
        this.#notice(
          `Read ${count(lines)} rows${worth}${refused === 0 ? '' : `; ${count(refused)} cannot be read`}. Writing.`,
        );
      },
    });
    if (!result.ok) return this.#context.refuse(result.refusal);
    const { summary } = result.value;
    if (summary === null) return this.#context.refuse({ code: 'import_stopped' });
    await drainClimbs(database, clock, business.id, {
      signal: this.#context.signal,
      onProgress: (people) => this.#tell(`placing: ${count(people)} people`),
    });
    await this.#tellRefused(business, record.id, summary, writeRefused);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    this.#context.print(
      { ...summary, import: record.id, business: business.slug, seconds },
      summaryText(summary, business.slug),
    );
    return 0;
  }

  async #found(): Promise<Business> {
    const { mapping } = this.#plan;
    const made = await foundBusiness(this.#opened.database, this.#opened.clock, {
      slug: this.#slug,
      name: this.#context.text('name') ?? this.#slug,
      currency: mapping.currency,
      unit: mapping.unit,
      ...customsOf(this.#table),
      ...this.#statedCustoms(),
    });
    if (!made.ok) throw new Refused(made.refusal.code, made.refusal.detail, made.refusal.field);
    const { slug, currency, zone, calendar } = made.value;
    this.#notice(
      `Made the business ${slug}: ${currency === NO_CURRENCY ? 'no currency stated' : currency}, ${zone}, ${calendar} calendar.`,
    );
    return made.value;
  }

  #statedCustoms(): { zone?: string; calendar?: Calendar; language?: Language } {
    const zone = this.#context.text('zone');
    const calendar = oneOf<Calendar>(this.#context, 'calendar', ['jalali', 'gregorian']);
    const language = oneOf<Language>(this.#context, 'language', ['fa', 'en']);
    return {
      ...(zone === undefined ? {} : { zone }),
      ...(calendar === undefined ? {} : { calendar }),
      ...(language === undefined ? {} : { language }),
    };
  }

  async #tellRefused(
    business: Business,
    importId: number,
    summary: ImportSummary,
    write: ((text: string) => Promise<void>) | null,
  ): Promise<void> {
    if (summary.refused === 0) return;
    const { database } = this.#opened;
    const inBusiness = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      database.withBusiness(business.id, work);
    const first = await inBusiness((tx) => refusedLines(tx, importId, 0, REFUSALS_SHOWN));
    for (const { line, refusal } of first) this.#notice(`row ${line}: ${sayRefusal(refusal, 'en')}`);
    if (summary.refused > first.length) this.#notice(`… and ${count(summary.refused - first.length)} more.`);
    const path = this.#context.text('refused');
    if (write === null || path === undefined) {
      this.#notice('Run it again with --refused <file> to have these rows with their reasons.');
      return;
    }
    await writeFile(path, '');
    for await (const text of refusedFile(inBusiness, importId, this.#table.headers, business.language))
      await write(text);
  }

  #words(summary: ImportSummary): string {
    const { mapping } = this.#plan;
    const minor = (decimal: string): bigint => BigInt(decimal.replace('.', ''));
    const say = (decimal: string): string =>
      showMoney(minor(decimal), { currency: mapping.currency, unit: mapping.unit, language: 'en' });
    return `sold ${say(summary.value.gross)}, returned ${say(summary.value.returned)}, net ${say(summary.value.net)}`;
  }

  #notice(text: string): void {
    // On a terminal the next line of progress would otherwise replace it.
    this.#context.progress(process.stderr.isTTY ? `${text}\n` : text);
  }

  #tell(text: string): void {
    const now = performance.now();
    if (!process.stderr.isTTY && now - this.#told < LINE_EVERY_MS) return;
    this.#told = now;
    this.#context.progress(text);
  }
}

async function slugOf(context: CommandContext, { ownerUrl }: Opened): Promise<string> {
  const named = context.text('business');
  if (named !== undefined) return named;
  const slugs = await businessSlugs(ownerUrl);
  if (slugs.length > 1)
    throw new Refused('business_unstated', { slugs: slugs.slice(0, 20).join(', ') }, 'business');
  return slugs[0] ?? FIRST_SLUG;
}

async function statedMapping(context: CommandContext): Promise<PartialMapping | undefined> {
  const path = context.text('mapping');
  const flags = statedMoney(context) ?? {};
  if (path === undefined) return Object.keys(flags).length === 0 ? undefined : flags;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refused('file_missing', { file: path }, 'mapping');
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refused('mapping_invalid', { path: '', reason: (error as Error).message }, 'mapping', error);
  }
  const read = readPartialMapping(json);
  if (!read.ok) throw new Refused(read.refusal.code, read.refusal.detail, read.refusal.field);
  return { ...read.value, ...flags };
}

/** `--currency` and `--unit`; a currency alone brings its usual unit, a unit alone its currency. */
function statedMoney(context: CommandContext): BusinessMoney | undefined {
  const unit = oneOf<MoneyUnit>(context, 'unit', ['rial', 'toman', 'major']);
  const currency = context.text('currency') ?? (unit === 'rial' || unit === 'toman' ? RIAL : undefined);
  if (currency === undefined) return undefined;
  return { currency, unit: unit ?? (currency === RIAL ? 'toman' : 'major') };
}

/** The value of an option that takes one of a few words. Throws Refused for any other. */
function oneOf<Word extends string>(
  context: CommandContext,
  option: string,
  words: readonly Word[],
): Word | undefined {
  const value = context.text(option);
  if (value === undefined) return undefined;
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw new Refused('command_usage', {
    reason: `--${option} is one of ${words.join(', ')}`,
    usage: 'nardeban import --help',
  });
}

type Question = Plan['proposal']['questions'][number];

/** What the file leaves open, and where it is said. */
const QUESTIONS: Readonly<Record<Question['code'], string>> = {
  amount_unit_unstated: '"{column}" names no unit; its amounts are read as {assumed}. --unit says otherwise.',
  currency_unstated: '"{column}" names no currency. --currency states one.',
  amount_dot_ambiguous:
    '"{column}" has amounts like 1.250; say in the mapping whether "grouping" is "thousands" or "decimal".',
  date_order_ambiguous:
    '"{column}" has dates like 5/6/2020; say in the mapping whether "dateOrder" is "day_first" or "month_first".',
  order_total_or_line_amount:
    '"{column}" may be the order\'s total or the line\'s; it is read as the {assumed}\'s ("amountOf" in the mapping).',
  return_prefix_common:
    'Most numbers in "{column}" begin with {assumed}, so that is not taken as the mark of a return.',
  people_column_missing: 'No column names the customer, so these orders stand on nobody.',
};

function questionText({ code, column = '', assumed = '' }: Question): string {
  return QUESTIONS[code].replace('{column}', () => column).replace('{assumed}', () => assumed);
}

function progressText({ phase, rows, rowsTotal, rowsPerSecond, secondsLeft }: ImportProgress): string {
  const left = secondsLeft === null ? '' : `, ${count(secondsLeft)} s left`;
  return `${phase}: ${count(rows)} of ${count(rowsTotal)} rows, ${count(rowsPerSecond)} rows/s${left}`;
}

function summaryText(summary: ImportSummary, slug: string): string {
  const { value } = summary;
  return [
    `${slug}: ${count(summary.lines)} rows, ${count(summary.orders)} orders, ${count(summary.returns)} returns, ${count(summary.people)} people`,
    `  without a customer ${count(summary.ordersWithoutCustomer)}, unchanged ${count(summary.unchanged)}, refused ${count(summary.refused)}`,
    `  sold ${value.gross}, returned ${value.returned}, net ${value.net} ${value.currency}`,
  ].join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
