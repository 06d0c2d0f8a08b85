import type { Criteria } from '@nardeban/core/criteria';
import type { Definition } from '@nardeban/core/ladder';

const IN = { fa: 'در گروه', en: 'In the segment' };
const OUT = { fa: 'بیرون از گروه', en: 'Not in the segment' };

/** The key of the ladder row that keeps a segment up. */
export function segmentKey(id: number): string {
  return `segment-${id}`;
}

/** The number of the segment that a ladder row of this key keeps up; null: it keeps up none. */
export function segmentIdOf(key: string): number | null {
  const id = /^segment-([0-9]{1,15})$/.exec(key)?.[1];
  return id === undefined ? null : Number(id);
}

/** A segment as what it is computed as: a typology of two classes, whose first is the people in it. */
export function segmentDefinition(key: string, name: string, criteria: Criteria): Definition {
  return {
    kind: 'typology',
    key,
    name: { fa: name, en: name },
    classes: [
      { key: 'in', name: IN, when: criteria },
      { key: 'out', name: OUT },
    ],
  };
}
