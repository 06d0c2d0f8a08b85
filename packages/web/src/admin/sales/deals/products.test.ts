import { expect, test } from 'vitest';
import { readProducts, showProducts } from './products.ts';

test('products are read from a line or from lines, each once', () => {
  expect(readProducts(' کفش، واکس ,کفش\n بند ')).toEqual(['کفش', 'واکس', 'بند']);
  expect(readProducts(' ، ,\n')).toEqual([]);
  expect(readProducts(showProducts(['الف', 'ب'], '، '))).toEqual(['الف', 'ب']);
});
