import { answerInThread } from './in-thread.ts';

/** What threads do in the tests: double numbers, wait for ever, fail, end, or fill their memory. */
answerInThread(({ what, numbers }: { readonly what: string; readonly numbers: Float64Array }) => {
  if (what === 'fail') throw new Error('as asked');
  if (what === 'end') process.exit(3);
  if (what === 'fill')
    for (const kept: number[][] = []; ; ) kept.push(Array.from({ length: 10_000 }, Math.random));
  if (what === 'work') for (;;) Math.sqrt(numbers.length);
  const doubled = numbers.map((one) => 2 * one);
  return { answer: doubled, columns: [doubled.buffer] };
});
