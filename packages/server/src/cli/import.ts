import { writeFile } from 'node:fs/promises';
import type { Command } from './command.ts';
import { Refused } from '../platform/refused.ts';
import { businessOption } from './options.ts';

export const command: Command = {
  summary:
    'Reads a file of orders or people (CSV of any kind, gzip or XLSX) and places everybody on their rung.',
  usage: 'import <file> [--business <slug>] [--mapping <file>] [--dry-run] [--json] | import --undo <number>',
  options: {
    business: {
      ...businessOption,
      description:
        "the business, made if it is new; not needed where there is one, 'shop' where there is none",
    },
    mapping: {
      type: 'string',
      value: 'file',
      description: 'what the columns mean, in JSON: whole or only what differs',
    },
    'dry-run': { type: 'boolean', description: 'show how the file would be read, and write nothing' },
    undo: {
      type: 'string',
      value: 'number',
      description: 'take an import back: rungs come out as if it had never been',
    },
    refused: { type: 'string', value: 'file', description: 'where to write the rows that could not be read' },
    currency: { type: 'string', value: 'code', description: 'what a new business prices in: IRR, USD …' },
    unit: {
      type: 'string',
      value: 'unit',
      description: 'what amounts without a unit count: toman, rial or major',
    },
    zone: {
      type: 'string',
      value: 'zone',
      description: "a new business's time zone: Asia/Tehran, Europe/London …",
    },
    calendar: {
      type: 'string',
      value: 'calendar',
      description: "a new business's calendar: jalali or gregorian",
    },
    language: { type: 'string', value: 'language', description: "a new business's language: fa or en" },
    name: { type: 'string', value: 'name', description: "a new business's name; its slug when not given" },
  },
  positionals: [0, 1],
  async run(context) {
    const undone = context.text('undo');
    if ((undone === undefined) !== (context.positionals.length === 1)) {
      throw new Refused('command_usage', {
        reason: 'Name a file, or the number of an import to undo',
        usage: `nardeban ${command.usage}`,
      });
    }
    if (undone !== undefined) {
      const { undoImport } = await import('./import-undo.ts');
      return undoImport(context, undone);
    }
    const { openTable } = await import('../capabilities/imports/index.ts');
    const { ImportCommand } = await import('./import-run.ts');
    const path = context.positionals[0] ?? '';
    const table = await openTable(path);
    const work = await ImportCommand.prepare(context, table);
    if (context.flag('dry-run')) return work.preview();
    const refusedPath = context.text('refused');
    return work.run(refusedPath === undefined ? null : (text) => writeFile(refusedPath, text, { flag: 'a' }));
  },
};
