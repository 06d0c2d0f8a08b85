import {
  excludes,
  freshPatience,
  implies,
  sameCriteria,
  validateCriteria,
  type Criteria,
} from '../criteria/index.ts';
import type { Vocabulary } from '../facts/index.ts';
import { accept, refuse, type Result } from '../values/index.ts';
import { definitionSchema, type Definition, type Ladder, type Typology } from './ladder.ts';

/** Places beyond this are not even looked at; the schema allows fewer, and says so. */
const MOST_PLACES_READ = 100;

/**
 * Reads a ladder or a typology that came from outside, and refuses one that cannot be meant: a rung nobody could ever
 * stand on, a rule that no history meets, a class that never gets its turn. The field of a refusal is the path of what
 * it is about: `rungs[2].enter.all[0]`.
 */
export function validateDefinition(definition: unknown, words: Vocabulary): Result<Definition> {
  const criteria = checkCriteria(definition, words);
  if (!criteria.ok) return criteria;
  const read = readDefinition(definition);
  if (!read.ok) return read;
  return read.value.kind === 'ladder' ? checkLadder(read.value) : checkTypology(read.value);
}

/** Criteria are checked before the schema walks them, because only this check is bounded in depth. */
function checkCriteria(definition: unknown, words: Vocabulary): Result<true> {
  for (const [list, rules] of [
    ['rungs', ['enter', 'stay']],
    ['classes', ['when']],
  ] as const) {
    const places = partOf(definition, list);
    if (!Array.isArray(places)) continue;
    for (const [index, place] of places.slice(0, MOST_PLACES_READ).entries()) {
      for (const rule of rules) {
        const criteria = partOf(place, rule);
        if (criteria === undefined) continue;
        const checked = validateCriteria(criteria, words, `${list}[${index}].${rule}`);
        if (!checked.ok) return checked;
      }
    }
    if (places.length > MOST_PLACES_READ) return refuse('places_out_of_range', list, PLACES[list]);
  }
  return accept(true);
}

const PLACES = { rungs: { least: 2, most: 12 }, classes: { least: 2, most: 40 } } as const;

function partOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readDefinition(definition: unknown): Result<Definition> {
  const kind = partOf(definition, 'kind');
  if (kind !== 'ladder' && kind !== 'typology') return refuse('definition_unreadable', 'kind');
  const list = kind === 'ladder' ? 'rungs' : 'classes';
  const places = partOf(definition, list);
  if (Array.isArray(places) && (places.length < PLACES[list].least || places.length > PLACES[list].most)) {
    return refuse('places_out_of_range', list, PLACES[list]);
  }
  const parsed = definitionSchema.safeParse(definition);
  if (parsed.success) return accept(parsed.data);
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).reduce<string>((sofar, part) => {
    if (typeof part === 'number') return `${sofar}[${part}]`;
    return sofar === '' ? String(part) : `${sofar}.${String(part)}`;
  }, '');
  if (issue?.code === 'unrecognized_keys') {
    const part = String(issue.keys[0]).slice(0, 100);
    return refuse('definition_part_unknown', path === '' ? part : `${path}.${part}`, { part });
  }
  return refuse('definition_part_unreadable', path, { part: path.slice(0, 100) });
}

function checkLadder(ladder: Ladder): Result<Definition> {
  const { rungs } = ladder;
  const repeated = repeatedKey(rungs);
  if (repeated !== -1)
    return refuse('place_key_repeated', `rungs[${repeated}].key`, { key: rungs[repeated]?.key ?? '' });
  for (const [index, rung] of rungs.entries()) {
    if (index === 0) {
      const asked = (['enter', 'stay', 'grace'] as const).find((part) => rung[part] !== undefined);
      if (asked) return refuse('bottom_rung_asks', `rungs[0].${asked}`, { rung: rung.key });
      continue;
    }
    if (!rung.enter) return refuse('rung_without_enter', `rungs[${index}].enter`, { rung: rung.key });
    if (rung.stay && excludes(rung.enter, rung.stay)) {
      return refuse('stay_contradicts_enter', `rungs[${index}].stay`, { rung: rung.key });
    }
  }
  return checkEveryRungCanBeStoodOn(ladder);
}

/** People climb to the highest rung whose `enter` holds: one that asks no more than a lower one leaves the lower empty. */
function checkEveryRungCanBeStoodOn(ladder: Ladder): Result<Definition> {
  const { rungs } = ladder;
  const patience = freshPatience();
  for (const [upper, rung] of rungs.entries()) {
    for (const [lower, below] of rungs.slice(0, upper).entries()) {
      if (!rung.enter || !below.enter) continue;
      const detail = { lower: below.key, upper: rung.key };
      if (sameCriteria(below.enter, rung.enter))
        return refuse('rungs_identical', `rungs[${upper}].enter`, detail);
      if (implies(below.enter, rung.enter, patience))
        return refuse('rung_never_stood_on', `rungs[${lower}].enter`, detail);
    }
  }
  return accept(ladder);
}

function checkTypology(typology: Typology): Result<Definition> {
  const { classes } = typology;
  const repeated = repeatedKey(classes);
  if (repeated !== -1)
    return refuse('place_key_repeated', `classes[${repeated}].key`, { key: classes[repeated]?.key ?? '' });
  const last = classes.length - 1;
  const patience = freshPatience();
  const earlier: { readonly key: string; readonly when: Criteria }[] = [];
  for (const [index, one] of classes.entries()) {
    if (index === last) {
      if (one.when) return refuse('last_class_asks', `classes[${index}].when`, { class: one.key });
      continue;
    }
    const { when } = one;
    if (!when) return refuse('class_without_when', `classes[${index}].when`, { class: one.key });
    const taker = earlier.find((other) => implies(when, other.when, patience));
    if (taker)
      return refuse('class_never_matched', `classes[${index}].when`, { class: one.key, earlier: taker.key });
    earlier.push({ key: one.key, when });
  }
  return accept(typology);
}

function repeatedKey(places: readonly { readonly key: string }[]): number {
  return places.findIndex((place, index) => places.findIndex((other) => other.key === place.key) < index);
}
