import { displayText, refuse, accept, type Result } from '@nardeban/core/values';

const MOST_CHOICES = 100;
const LONGEST_CHOICE = 100;

/**
 * The list of choices as it is kept: in the order it was given, in their shown form, each once. Undefined: any text
 * will do. Refusals: `choices_missing`, `too_many_choices`, `choice_invalid`, `choices_need_text`.
 */
export function checkChoices(
  choices: readonly string[] | undefined,
  kind: string,
  field: string,
): Result<readonly string[] | undefined> {
  if (choices === undefined) return accept(undefined);
  if (kind !== 'text') return refuse('choices_need_text', field);
  if (choices.length === 0) return refuse('choices_missing', field);
  if (choices.length > MOST_CHOICES) return refuse('too_many_choices', field, { most: MOST_CHOICES });
  const kept = choices.map((choice) => displayText(choice));
  const isGood = kept.every(
    (choice) => choice !== '' && choice.length <= LONGEST_CHOICE && choice.isWellFormed(),
  );
  if (!isGood || new Set(kept).size < kept.length)
    return refuse('choice_invalid', field, { most: LONGEST_CHOICE });
  return accept(kept);
}
