import rightToLeft from '@mui/stylis-plugin-rtl';
import type { Element, Middleware } from 'stylis';

/** What has a left and a right: the names of sides, and properties whose values go round a box or along a line. */
const SIDED =
  /left|right|ltr|rtl|[ew]-resize|margin|padding|radius|shadow|translate|background|border-(?:width|style|[a-z-]*color)|-color/i;

/**
 * Mirrors the styles of components in Persian. Reading a rule for what is to be mirrored takes longer than making it, so
 * it is only done for rules that have a side: the theme's many variables and most of a page's first rules have none.
 */
export const mirrored: Middleware = (element, index, children, callback) =>
  hasSides(element) ? rightToLeft(element, index, children, callback) : undefined;

function hasSides(element: Element): boolean {
  const { children } = element;
  if (typeof children === 'string') return !element.value.startsWith('--') && SIDED.test(element.value);
  return children.some(hasSides) || SIDED.test(String(element.props));
}
