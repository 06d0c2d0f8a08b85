/** Who brought whom. After merges somebody may have been brought by several. */
export interface ReferralEdge {
  readonly referrer: number;
  readonly friend: number;
}

/**
 * People who have brought one another in a circle: the strongly connected components of the graph with more than one
 * person, and whoever brought themselves (Tarjan 1972, without recursion, so a chain of any length will do). Each ring in
 * order of number, the rings by their smallest.
 */
export function ringsIn(edges: readonly ReferralEdge[]): number[][] {
  const brought = new Map<number, number[]>();
  const themselves = new Set<number>();
  for (const { referrer, friend } of edges) {
    if (referrer === friend) themselves.add(referrer);
    const list = brought.get(referrer);
    if (list === undefined) brought.set(referrer, [friend]);
    else list.push(friend);
  }
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const rings: number[][] = [];
  for (const start of brought.keys()) {
    if (order.has(start)) continue;
    const path: { person: number; next: number }[] = [];
    const enter = (person: number): void => {
      order.set(person, order.size);
      low.set(person, order.get(person) ?? 0);
      stack.push(person);
      onStack.add(person);
      path.push({ person, next: 0 });
    };
    enter(start);
    while (path.length > 0) {
      const frame = path[path.length - 1] as { person: number; next: number };
      const friend = brought.get(frame.person)?.[frame.next++];
      if (friend !== undefined) {
        if (!order.has(friend)) enter(friend);
        else if (onStack.has(friend)) lower(low, frame.person, order.get(friend) ?? 0);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above !== undefined) lower(low, above.person, low.get(frame.person) ?? 0);
      if (low.get(frame.person) !== order.get(frame.person)) continue;
      const ring: number[] = [];
      for (let person = stack.pop(); person !== undefined; person = stack.pop()) {
        onStack.delete(person);
        ring.push(person);
        if (person === frame.person) break;
      }
      if (ring.length > 1 || themselves.has(frame.person)) rings.push(ring.sort((a, b) => a - b));
    }
  }
  return rings.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function lower(low: Map<number, number>, person: number, value: number): void {
  low.set(person, Math.min(low.get(person) ?? value, value));
}
