/** Waits until the program is asked to stop. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  // A signal's listener alone keeps no program alive.
  const alive = setInterval(() => {}, 2 ** 30);
  signal.addEventListener('abort', () => resolve(), { once: true });
  await promise;
  clearInterval(alive);
}
