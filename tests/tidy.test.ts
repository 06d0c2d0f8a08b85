import { describe, expect, it } from 'vitest';
import { faults, habits } from './house/habits.ts';
import { textsOf, writtenFiles } from './house/tree.ts';

const paths = writtenFiles();
const files = new Set(paths);
const texts = textsOf(paths.filter((path) => !/\.(?:gz|xlsx|zip|png|ico|woff2|pdf)$/.test(path)));

describe.each(habits)('$name', (habit) => {
  it('holds in the whole tree', () => {
    const found = faults(habit, texts, files);
    const excused = new Set(Object.keys(habit.exceptions));
    expect(
      found.filter(({ path }) => !excused.has(path)).map(({ path, what }) => `${path}: ${what}`),
    ).toEqual([]);
    // The list of exceptions may only become shorter: what keeps to the habit again leaves it.
    expect([...excused].filter((path) => !found.some((fault) => fault.path === path))).toEqual([]);
  });

  it.each(habit.wrong)('is seen to be broken in %s: %s', (path, text) => {
    expect(faults(habit, new Map([[path, text]]), files)).not.toEqual([]);
  });

  it.each(habit.right)('is seen to be kept in %s: %s', (path, text) => {
    expect(faults(habit, new Map([[path, text]]), files)).toEqual([]);
  });
});

it('looks at the whole tree', () => {
  expect(paths.length).toBeGreaterThan(400);
  for (const habit of habits) expect(paths.filter(habit.looksAt).length, habit.name).toBeGreaterThan(0);
});
