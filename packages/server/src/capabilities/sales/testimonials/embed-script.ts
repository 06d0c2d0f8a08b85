/**
 * What a business puts into its own site: it asks for what is published and writes it into a box of its own, so that neither
 * page's styles meet the other's. Words are set as text, never as HTML.
 */
export const EMBED_SCRIPT = `(() => {
  const script = document.currentScript;
  if (!script) return;
  const { business = '', language, count, product } = script.dataset;
  const asked = new URL('/embed/' + encodeURIComponent(business) + '/testimonials.json', script.src);
  for (const [name, value] of Object.entries({ language, count, product })) if (value) asked.searchParams.set(name, value);
  const make = (tag, set, ...inner) => {
    const made = Object.assign(document.createElement(tag), set);
    made.append(...inner);
    return made;
  };
  fetch(asked, { credentials: 'omit' })
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((said) => {
      if (!said || !said.testimonials.length) return;
      const box = make('section', { lang: said.language, dir: said.dir });
      box.setAttribute('aria-label', said.title);
      const root = box.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':host{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));margin-block:1rem}figure{margin:0;padding:1rem;border:1px solid #8886;border-radius:.75rem;font:inherit;line-height:1.8}blockquote{margin:0;white-space:pre-line}figcaption{font-weight:600;margin-top:.5rem}p{margin:0;color:#b26a00;letter-spacing:.1em}');
      root.adoptedStyleSheets = [sheet];
      for (const { words, name, stars, starsLabel } of said.testimonials) {
        const figure = make('figure', {}, make('blockquote', { dir: 'auto' }, words), make('figcaption', { dir: 'auto' }, name));
        if (stars) {
          const shown = make('p', { role: 'img' }, stars);
          shown.setAttribute('aria-label', starsLabel);
          figure.prepend(shown);
        }
        root.append(figure);
      }
      script.after(box);
    })
    .catch(() => {});
})();
`;
