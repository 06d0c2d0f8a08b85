import { checkForm, firstForm } from '@nardeban/core/sales';
import { expect, test } from 'vitest';
import { becoming, freeKey, keyOfForm, moved, newField, sentForm } from './form-draft.ts';

const nothing = { fa: '', en: '' };

test('what is written in one language stands for both, and what is written in none is told', () => {
  const form = { ...firstForm(), title: { fa: ' سلام ', en: '' }, intro: nothing };
  const { definition, lacksWords } = sentForm(form);
  expect(definition.title).toEqual({ fa: 'سلام', en: 'سلام' });
  expect(definition.intro).toBeUndefined();
  expect(lacksWords).toBe(false);
  expect(sentForm({ ...form, button: nothing }).lacksWords).toBe(true);
});

test('a field that is added, becomes something else or is moved leaves a form that holds together', () => {
  const form = firstForm();
  const choice = newField(form, 'choice', { fa: 'شهر', en: 'City' });
  const city = { ...becoming(choice, 'trait'), choices: [{ value: '1', label: { fa: 'قم', en: 'Qom' } }] };
  const { definition } = sentForm({ ...form, fields: [...form.fields, city] });
  expect(definition.fields.at(-1)).toMatchObject({ trait: 'choice', choices: [{ value: 'Qom' }] });
  expect(checkForm(definition).ok).toBe(true);
  expect(becoming(city, 'note').trait).toBeUndefined();
  expect(freeKey(form, 'mobile')).toBe('mobile2');
  expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
  expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
});

test('a form is named after what it is called', () => {
  expect(keyOfForm({ fa: 'تماس', en: 'Contact us, now!' })).toBe('contact-us-now');
  expect(keyOfForm({ fa: 'تماس', en: '' })).toBe('form');
  expect(keyOfForm({ fa: '', en: '2026 fair' })).toBe('fair');
});
