import type fa from './fa/index.ts';
import type insight from './fa/insight.json';
import type spend from './fa/spend.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof fa & typeof insight & typeof spend };
  }
}
