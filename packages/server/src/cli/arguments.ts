import { parseArgs } from 'node:util';
import { failureOf } from '../platform/failure.ts';
import { Refused } from '../platform/refused.ts';
import type { Command, CommandOption, OptionValue } from './command.ts';

const everyCommand: Readonly<Record<string, CommandOption>> = {
  json: { type: 'boolean', description: 'answer in JSON on standard output' },
  help: { type: 'boolean', short: 'h', description: 'show this text' },
};

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** Throws Refused `command_usage` for an unknown option, a missing value, or too few or many arguments. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...everyCommand }).map(([name, option]) => [
      name,
      {
        type: option.type,
        ...(option.short === undefined ? {} : { short: option.short }),
        ...(option.multiple === undefined ? {} : { multiple: option.multiple }),
      },
    ]),
  );
  let parsed: Arguments;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    parsed = { positionals, values };
  } catch (error) {
    // parseArgs adds advice for programmers after the first sentence.
    const reason = failureOf(error).message.split('. ')[0] ?? '';
    throw new Refused('command_usage', { reason, usage: `nardeban ${command.usage}` }, undefined, error);
  }
  const [least, most] = command.positionals ?? [0, Number.POSITIVE_INFINITY];
  const count = parsed.positionals.length;
  if (parsed.values['help'] !== true && (count < least || count > most)) {
    const reason =
      count < least ? 'An argument is missing' : `Too many arguments: '${parsed.positionals[most]}'`;
    throw new Refused('command_usage', { reason, usage: `nardeban ${command.usage}` });
  }
  return parsed;
}

/** What `nardeban <command> --help` shows. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...everyCommand }).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const value = option.type === 'string' ? ` <${option.value ?? name}>` : '';
    return [`${short}--${name}${value}`, option.description ?? ''] as const;
  });
  return `${command.summary}\n\nUsage: nardeban ${command.usage}\n\nOptions:\n${columns(options)}\n`;
}

export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}
