import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Our own variables, handed from a component to its style sheet. */
    readonly [variable: `--${string}`]: string | number | undefined;
  }
}
