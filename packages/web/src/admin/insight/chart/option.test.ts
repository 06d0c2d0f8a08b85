import { describe, expect, test } from 'vitest';
import { optionOf } from './option.ts';
import type { ChartSpec } from './spec.ts';

const spec: ChartSpec = {
  labels: ['فروردین', 'اردیبهشت'],
  series: [
    { name: 'a', kind: 'bar', values: [1, null], low: [0.5, null], high: [1.5, null] },
    { name: 'b', kind: 'line', values: [2, 3], dashed: true },
  ],
  say: (value) => `${value}!`,
  baseline: 1,
};

function drawn(change: Partial<ChartSpec>, rightToLeft: boolean) {
  return optionOf(
    { ...spec, ...change },
    { colour: (name) => name, font: 'Vazirmatn', rightToLeft, width: 800 },
  );
}

describe('a drawing', () => {
  test('begins where reading begins, with the axis of values beside it', () => {
    expect(drawn({}, true)).toMatchObject({
      xAxis: { type: 'category', inverse: true },
      yAxis: { type: 'value', position: 'right' },
    });
    expect(drawn({}, false)).toMatchObject({ xAxis: { inverse: false }, yAxis: { position: 'left' } });
  });

  test('that lies on its side is read from the top, and its bars grow the way one reads', () => {
    expect(drawn({ sideways: true }, true)).toMatchObject({
      xAxis: { type: 'value', inverse: true },
      yAxis: { type: 'category', inverse: true, position: 'right' },
    });
    expect(drawn({ sideways: true }, false)).toMatchObject({
      xAxis: { inverse: false },
      yAxis: { inverse: true, position: 'left' },
    });
  });

  test('has bars of error only where both ends are known, a gap where nothing is, and its base line once', () => {
    const { series } = drawn({}, false);
    expect(series).toMatchObject([
      { type: 'bar', data: [{ value: 1 }, { value: '-' }], markLine: { data: [{ yAxis: 1 }] } },
      { type: 'custom', data: [[0, 0.5, 1.5]] },
      { type: 'line', lineStyle: { type: 'dashed' } },
    ]);
    expect(series).toHaveLength(3);
    expect((series as readonly object[])[2]).not.toHaveProperty('markLine');
  });

  test('says its values at the axis as they are said, kept apart from what stands around them', () => {
    const { yAxis } = drawn({}, true) as { yAxis: { axisLabel: { formatter: (value: number) => string } } };
    expect(yAxis.axisLabel.formatter(2)).toBe('\u20682!\u2069');
  });
});
