import { readFileSync } from 'node:fs';

/**
 * A script as browsers get it: its parts in one function, so that it leaves no names behind, without comments and
 * indentation. Comments stand on lines of their own there, and no text goes over several lines.
 */
function script(...names: readonly string[]): string {
  const parts = names.map((name) => readFileSync(new URL(`./scripts/${name}.js`, import.meta.url), 'utf8'));
  const lines = parts
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'));
  return `(function(){"use strict";\n${lines.join('\n')}\n})();\n`;
}

/** Draws a form into any page. */
export const formScript = script('proof', 'form');
/** Does the work on the form's own page. */
export const pageScript = script('proof', 'page');
const visitText = script('visit');

/** Tells visits; with `ask` not before the visitor agreed. */
export function visitScript(ask: boolean): string {
  return visitText.replace('= ASK;', ask ? '= 1;' : '= 0;');
}

/** What is served where visits are not taken down: nothing happens, and calls of the page fail nowhere. */
export const noVisitScript =
  'window.nardeban={allow:function(){},refuse:function(){},product:function(){}};\n';
