import { Socket } from 'node:net';

/** Longer than any command takes to come to a decent end by itself. */
const longestFarewell = 35_000;

/**
 * Listens for the wish that this program end: SIGTERM, Ctrl-C, or the end of the program that started it (then the
 * pipe in NARDEBAN_PARENT closes, also when that program was killed hard). The first wish aborts `signal`; a second
 * one, or a command that does not come to an end, calls `giveUp` and exits.
 */
export function listenForStop(giveUp: () => Promise<void>): AbortSignal {
  const stopping = new AbortController();
  let asked = 0;
  const leave = (code: number): void => {
    void giveUp().finally(() => process.exit(code));
  };
  const onWish = (code: number): void => {
    if (asked === 0) {
      asked = performance.now();
      stopping.abort();
      setTimeout(() => leave(code), longestFarewell).unref();
      return;
    }
    // A terminal sends Ctrl-C to every program in front of it, and the one above hands it on: that is still one wish.
    if (performance.now() - asked > 1000) leave(code);
  };
  process.on('SIGTERM', () => onWish(143));
  process.on('SIGINT', () => onWish(130));

  const pipe = process.env['NARDEBAN_PARENT'];
  if (pipe !== undefined) {
    delete process.env['NARDEBAN_PARENT'];
    const parent = new Socket({ fd: Number(pipe) });
    parent.on('error', () => {});
    parent.on('close', () => onWish(143));
    parent.resume();
    parent.unref();
  }
  return stopping.signal;
}
