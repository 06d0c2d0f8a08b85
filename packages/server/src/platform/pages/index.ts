export { readFormBodies } from './form-body.ts';
export { Html, html } from './html.ts';
export { type Page, sendPage } from './page.ts';
export { serveStyle } from './style.ts';
