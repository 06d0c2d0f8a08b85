/** Products as they are typed: one a line, or with commas of either language between them. */
export function readProducts(text: string): string[] {
  const all = text
    .split(/[\n,،;؛]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return [...new Set(all)].slice(0, 100).map((one) => one.slice(0, 200));
}

export function showProducts(products: readonly string[], separator: string): string {
  return products.join(separator);
}
