import { z } from 'zod';
import { displayText } from '../values/index.ts';

/** A text as it is shown, before it is measured: signs that nobody sees are no text, and one sign may stand for eighteen. */
export const shownText = z.string().overwrite(displayText);
