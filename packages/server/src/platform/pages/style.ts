import type { Http } from '../http/http.ts';
import { STYLE_PATH } from './page.ts';

/** One small sheet for all of these pages: the page's own font where it is there, light and dark, both directions. */
const SHEET = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5a6474; --ground: #f5f6f8; --card: #fff; --line: #d9dee6;
  --accent: #0b6b57; --on-accent: #fff; --bad: #b3261e; --good: #0b6b57; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9edf3; --soft: #a9b3c2; --ground: #11151b; --card: #1a2029;
  --line: #323b48; --accent: #5ad1b3; --on-accent: #06231c; --bad: #ffb4ab; --good: #5ad1b3; } }
* { box-sizing: border-box; }
html { font: 100%/1.75 Vazirmatn, Tahoma, system-ui, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); }
main { max-inline-size: 44rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.35rem; line-height: 1.5; margin: .5rem 0 1rem; }
h2 { font-size: 1.08rem; margin: 1.25rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin-block: 1rem; }
.card > :first-child, .card > form > :first-child, .card > figure > :first-child { margin-block-start: 0; }
.card > :last-child, .card > form > :last-child { margin-block-end: 0; }
fieldset { margin-inline: 0; min-inline-size: 0; }
fieldset.card > legend { float: inline-start; inline-size: 100%; padding: 0; margin-block-end: .25rem; font-weight: 600; }
fieldset.card > legend + * { clear: both; }
.soft { color: var(--soft); font-size: .92rem; }
.bad { color: var(--bad); } .good { color: var(--good); }
.by { font-weight: 600; }
label { display: block; font-weight: 600; margin: .9rem 0 .25rem; }
label.choice { font-weight: 400; display: flex; gap: .6rem; align-items: flex-start; margin: .5rem 0; }
input, select, textarea { inline-size: 100%; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--soft); border-radius: .5rem; padding: .6rem .75rem; min-block-size: 2.9rem; }
input[type=checkbox], input[type=radio] { inline-size: 1.25rem; block-size: 1.25rem; min-block-size: 0; margin-block-start: .3rem;
  flex: none; accent-color: var(--accent); }
textarea { min-block-size: 6rem; }
button, .button { display: inline-block; font: inherit; font-weight: 600; cursor: pointer; text-decoration: none; border: 1px solid var(--accent);
  background: var(--accent); color: var(--on-accent); border-radius: .5rem; padding: .6rem 1.25rem; min-block-size: 2.9rem; }
button.second, .button.second { background: transparent; color: var(--accent); }
.top { display: flex; align-items: center; gap: .75rem; margin-block: .25rem 1rem; }
.top p { margin: 0; } .top a { margin-inline-start: auto; }
.parts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; margin-block: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.wide { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { text-align: start; padding: .5rem .4rem; border-block-end: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
tfoot td { font-weight: 700; }
bdi, .ltr { unicode-bidi: isolate; }
.hidden { position: absolute; inset-inline-start: -200vw; }
@media print { body { background: #fff; color: #000; } .card { border: 0; padding: 0; } .row, .top a { display: none; } }
`;

/** Serves the style sheet of the pages that need no script. */
export function serveStyle(app: Http): void {
  app.get(
    STYLE_PATH,
    { config: { scope: { public: 'how a page looks is no secret' } }, schema: { hide: true } },
    (_, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        // A page of ours in a frame that another site has sandboxed is of no origin at all.
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(SHEET),
  );
}
