import type { Refusal } from '@nardeban/core/values';

/** Where a command's words go: answers to standard output, everything else to standard error. */
export interface Output {
  readonly print: (result: unknown, text?: string) => void;
  readonly progress: (text: string) => void;
  readonly refuse: (refusal: Refusal) => Promise<void>;
}

export function outputFor(json: boolean): Output {
  const terminal = process.stderr.isTTY;
  let unfinishedLine = false;
  const finishLine = (): void => {
    if (unfinishedLine) process.stderr.write('\n');
    unfinishedLine = false;
  };
  return {
    print(result, text) {
      finishLine();
      const answer = json ? JSON.stringify(result) : (text ?? JSON.stringify(result, null, 2));
      process.stdout.write(answer.endsWith('\n') ? answer : `${answer}\n`);
    },
    progress(text) {
      process.stderr.write(terminal ? `\r\u001B[2K${text}` : `${text}\n`);
      unfinishedLine = terminal;
    },
    async refuse(refusal) {
      finishLine();
      // Not loaded before it is needed: the slice brings the phone numbers of the whole world with it.
      const { sayRefusal } = await import('@nardeban/core/values');
      const language = (process.env['LC_ALL'] || process.env['LANG'] || '').startsWith('fa') ? 'fa' : 'en';
      const sentence = sayRefusal(refusal, language);
      if (json) {
        const { code, field } = refusal;
        const told = { code, sentence, ...(field === undefined ? {} : { field }) };
        process.stdout.write(`${JSON.stringify({ refusal: told })}\n`);
      }
      process.stderr.write(`${sentence}\n`);
    },
  };
}
