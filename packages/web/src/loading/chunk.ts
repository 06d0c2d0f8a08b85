import { askStanding, Replaced } from './version.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5_000;
/** How often a part is asked for of a server that answers and has it not. */
const TRIES = 4;

/**
 * Brings in a part of the page. While the server is away it is asked for again and again; when another version has
 * been deployed meanwhile, the part is gone for good and `Replaced` says so.
 */
export async function loadChunk<Part>(load: () => Promise<Part>): Promise<Part> {
  let tries = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await load();
    } catch (error) {
      const standing = await askStanding();
      if (standing === 'replaced') throw new Replaced();
      if (standing === 'same') tries += 1;
      if (tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
