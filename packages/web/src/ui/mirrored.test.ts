import rightToLeft from '@mui/stylis-plugin-rtl';
import { compile, middleware, prefixer, serialize, stringify } from 'stylis';
import { expect, test } from 'vitest';
import { mirrored } from './mirrored.ts';

const written = (css: string, mirror: typeof rightToLeft) =>
  serialize(compile(css), middleware([prefixer, mirror, stringify]));

const RULES = [
  '.a{--mui-shadow:1px 2px 3px;--mui-left:4px;color:var(--mui-left)}',
  '.a{margin-left:4px}',
  '.a{margin:1px 2px 3px 4px;padding:1px 2px 3px 4px}',
  '.a{border-radius:1px 2px 3px 4px}',
  '.a{border-color:red green blue black;border-style:solid none dotted dashed}',
  '.a{border-width:1px 2px 3px 4px}',
  '.a{box-shadow:1px 2px 3px #000}',
  '.a{text-shadow:1px 2px 3px #000}',
  '.a{transform:translate(14px, 16px) scale(1)}',
  '.a{transform:translateX(-50%)}',
  '.a{background-position:10% 20%}',
  '.a{background:url(a.png) 10% 20%}',
  '.a{cursor:ne-resize}',
  '.a{direction:ltr;text-align:right}',
  '.a{transform-origin:top left}',
  '.a{color:red;&:hover{left:0}}',
  '@media (min-width:600px){.a{right:4px}.b{color:red}}',
  '@keyframes go{from{left:0}to{left:10px}}',
  '@keyframes fade{from{opacity:0}to{opacity:1}}',
  '.a:dir(ltr){color:red}',
  '.a{display:flex;inset-inline-start:4px;font-weight:600}',
];

test.each(RULES)('%s comes out as if everything were mirrored', (css) => {
  expect(written(css, mirrored)).toBe(written(css, rightToLeft));
});

test('a rule with a side is mirrored', () => {
  expect(written('.a{left:4px}', mirrored)).toBe('.a{right:4px;}');
});
