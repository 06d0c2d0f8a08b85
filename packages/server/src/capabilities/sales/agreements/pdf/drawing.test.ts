import { expect, test } from 'vitest';
import { documentOf, lineOf, PIXEL, quotationOf } from '../testing-quotation.ts';
import { drawingThreads } from './drawing.ts';
import { quotationPdf } from './quotation-pdf.ts';

const draw = drawingThreads({ threads: 1, waiting: 2 });
const hash = 'ab'.repeat(32);

test('a paper that is drawn aside is the one that would be drawn here, picture and all', async () => {
  const logo = { type: 'image/png', content: PIXEL } as const;
  const document = documentOf('fa', quotationOf());
  const aside = await draw(document, { hash, logo });
  const here = await quotationPdf(document, { hash, logo });
  expect(aside.ok && aside.value.equals(here)).toBe(true);
});

test('what cannot be drawn fails by itself: the next is drawn', async () => {
  const discount = { kind: 'amount', amount: 1e15 } as const;
  const broken = documentOf('fa', quotationOf({ lines: [lineOf({ discount })] }));
  const [failed, drawn] = await Promise.allSettled([
    draw(broken, { hash, logo: null }),
    draw(documentOf('en', quotationOf()), { hash, logo: null }),
  ]);
  expect(failed).toMatchObject({ status: 'rejected' });
  expect(drawn).toMatchObject({ status: 'fulfilled', value: { ok: true } });
});

test('who comes when too many wait is told so, and those who waited get their own', async () => {
  const numbers = [1, 2, 3, 4, 5];
  const done = await Promise.all(
    numbers.map((number) => draw({ ...documentOf('en', quotationOf()), number }, { hash, logo: null })),
  );
  expect(done.map((one) => (one.ok ? 'drawn' : one.refusal.code))).toEqual([
    'drawn',
    'drawn',
    'drawn',
    'papers_too_many',
    'papers_too_many',
  ]);
  const second = await quotationPdf({ ...documentOf('en', quotationOf()), number: 2 }, { hash, logo: null });
  expect(done[1]?.ok === true && done[1].value.equals(second)).toBe(true);
});
