/** The text of a cell as exceljs hands it over. Formulas are never run: the value the file keeps of them counts. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return '';
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((part: unknown) => cellText((part as { text?: unknown }).text)).join('');
  }
  if ('error' in value) return cellText(value.error);
  // A formula without a kept value stays visible as one, and whoever reads the cell refuses it.
  if ('formula' in value)
    return 'result' in value && value.result !== undefined
      ? cellText(value.result)
      : `=${cellText(value.formula)}`;
  return 'text' in value ? cellText(value.text) : '';
}

/** A date cell holds a wall clock without a zone; exceljs says it in UTC. */
function dateText(date: Date): string {
  // Excel's fractions are floats, a few microseconds off the second that was typed.
  const second = Math.round(date.getTime() / 1000) * 1000;
  if (!Number.isFinite(second)) return '';
  const text = new Date(second).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
