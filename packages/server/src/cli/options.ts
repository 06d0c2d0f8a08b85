import type { CommandOption } from './command.ts';

/** Options that several commands take, said once. */
export const businessOption: CommandOption = {
  type: 'string',
  value: 'slug',
  description: 'the business; not needed where there is only one',
};

export const ladderOption: CommandOption = {
  type: 'string',
  value: 'key',
  description: "the ladder or typology; the business's ladder when not given",
};

export const asOfOption: CommandOption = {
  type: 'string',
  value: 'date',
  description: 'at the end of this day (1403-12-30 or 2025-03-20); now when not given',
};
