import type { Refusal } from '@nardeban/core/values';
import type { Clock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/database/index.ts';
import type { Log } from '../platform/log/index.ts';

/** An option of a command, as `parseArgs` of node:util takes it, with the words `--help` shows. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help: 'slug', 'date', 'file'. */
  readonly value?: string;
  readonly description?: string;
}

/** One command of `bin/nardeban`. Its module exports it as `command` and imports what is heavy only in `run`. */
export interface Command {
  /** What it does, in a sentence. */
  readonly summary: string;
  /** How it is called, without the program's name: 'import <file> [--business <slug>]'. */
  readonly usage: string;
  /** Beside --help and --json, which every command has. */
  readonly options: Readonly<Record<string, CommandOption>>;
  /** How many arguments it takes; any number when not given. */
  readonly positionals?: readonly [least: number, most: number];
  /** Answers the exit code: 0 done, 1 refused. A thrown Refused is told to the reader and exits with 1. */
  run(context: CommandContext): Promise<number>;
}

export type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

/** What a command is given. */
export interface CommandContext {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly json: boolean;
  /** Aborted when the program is asked to stop (SIGTERM, Ctrl-C): finish what is under way and return. */
  readonly signal: AbortSignal;
  readonly config: Config;
  /** The value of an option that takes one; undefined when it was not given. */
  readonly text: (option: string) => string | undefined;
  /** Was this option given? */
  readonly flag: (option: string) => boolean;
  /** Starts PostgreSQL if it has to, brings the schema up to date and connects. Closed by the program afterwards. */
  readonly open: () => Promise<Opened>;
  /** The answer, on standard output: `result` as one line of JSON under --json, else `text` (or the JSON, indented). */
  readonly print: (result: unknown, text?: string) => void;
  /** A word on how far it is, on standard error; on a terminal each replaces the one before. */
  readonly progress: (text: string) => void;
  /** Tells the reader why it cannot be done, in their language; answers the exit code 1. */
  readonly refuse: (refusal: Refusal) => Promise<number>;
}

export interface Opened {
  readonly database: Database;
  /** The role that owns the tables, for jobs. Secret. */
  readonly ownerUrl: string;
  /** The role row level security binds. Secret. */
  readonly appUrl: string;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Log;
}
