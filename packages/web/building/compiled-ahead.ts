import type { Plugin } from 'vite';

/**
 * Marks the file that the first view stands on: nearly all of it runs at once, so a browser that knows the mark compiles
 * it beside the page's thread, instead of function by function as each is called. The mark counts in the first line only.
 */
export function compiledAhead(): Plugin {
  return {
    name: 'nardeban-compiled-ahead',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const part of Object.values(bundle)) {
          if (part.type === 'chunk' && part.name === 'foundation')
            part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
        }
      },
    },
  };
}
