import type { Refusal } from '@nardeban/core/values';

/**
 * A refusal thrown where there is nobody to hand a value to: while the program starts, or out of a command. It
 * carries the same code and field as any other refusal, and is told to the reader in the same words.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: string, detail?: Refusal['detail'], field?: string, cause?: unknown) {
    // Where nobody turns it into a sentence (a test, a crash), the code alone would say too little.
    super(
      detail === undefined ? code : `${code} ${JSON.stringify(detail)}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = 'Refused';
    this.refusal = {
      code,
      ...(field === undefined ? {} : { field }),
      ...(detail === undefined ? {} : { detail }),
    };
  }
}
