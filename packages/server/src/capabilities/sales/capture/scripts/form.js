// Draws a form into the page this script stands in, and sends it. It loads nothing else and keeps nothing.
var me = document.currentScript;
var at = me.src.split('/f/form.js')[0] + '/f/' + me.dataset.form;
var box = document.createElement('div');
var root = box.attachShadow({ mode: 'open' });
var sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{display:block;text-align:start}*{box-sizing:border-box}form{display:block;max-width:34rem}' +
    'h2{font-size:1.25em;margin:0 0 .5em}label{display:block;font-weight:600;margin:.8em 0 .2em}' +
    'label.choice{font-weight:400;display:flex;gap:.6em;align-items:flex-start}' +
    'input,select,textarea{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid #8a93a2;' +
    'border-radius:.5em;padding:.55em .7em;min-height:2.8em}select option{color:#111;background:#fff}' +
    'input[type=checkbox]{width:1.25em;height:1.25em;min-height:0;flex:none;margin:.25em 0 0}textarea{min-height:6em}' +
    'button{font:inherit;font-weight:600;cursor:pointer;margin-top:1em;border:0;border-radius:.5em;padding:.65em 1.4em;' +
    'min-height:2.8em;background:var(--nardeban-accent,#0b6b57);color:var(--nardeban-on-accent,#fff)}' +
    'button[disabled]{opacity:.6}:focus-visible{outline:3px solid var(--nardeban-accent,#0b6b57);outline-offset:2px}' +
    '.row{display:flex}.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.bad{color:#c62828}.soft{opacity:.8;font-size:.92em}',
);
root.adoptedStyleSheets = [sheet];
me.after(box);

var kept = function (name) {
  try {
    return (
      (name[0] == '*' ? sessionStorage : localStorage).getItem('nardeban_' + name.replace('*', '')) || ''
    );
  } catch {
    return '';
  }
};
var lang = me.dataset.lang || document.documentElement.lang.slice(0, 2);
var proof, stamp, waiting, words;

async function read() {
  return (await fetch(at + '/fields?lang=' + lang, { credentials: 'omit' })).json();
}
function work(text) {
  stamp = text;
  proof = '';
  prove(text, function (found) {
    proof = found;
    if (waiting) waiting();
  });
}
function say(text, name) {
  var line = root.querySelector('[role=alert]');
  line.textContent = text;
  var field = name && root.querySelector('[name="' + name + '"]');
  root.querySelectorAll('[aria-invalid]').forEach(function (one) {
    one.removeAttribute('aria-invalid');
  });
  if (field) {
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  }
}
async function post(form, button, again) {
  var came = kept('*came').split('\n');
  var body = new URLSearchParams(new FormData(form));
  body.set('nb_stamp', stamp);
  body.set('nb_proof', proof);
  body.set('nb_lang', box.lang);
  body.set('nb_page', location.origin + location.pathname);
  body.set('nb_came', location.search.indexOf('utm_') > 0 ? location.search : came[0]);
  body.set('nb_from', came[1] || document.referrer);
  body.set('nb_visitor', kept('id'));
  try {
    var headers = { accept: 'application/json' };
    var answer = await fetch(at, { method: 'POST', body: body, credentials: 'omit', headers: headers });
    var told = await answer.json();
    if (told.redirect) location.assign(told.redirect);
    else if (told.thanks) {
      root.innerHTML = told.thanks;
      root.firstElementChild.focus();
    } else if (told.again && !again) {
      work((await read()).stamp);
      return send(form, 1);
    } else say(told.sentence || words, told.field);
  } catch {
    say(words);
  }
  button.disabled = false;
}
function send(form, again) {
  var button = form.querySelector('button');
  button.disabled = true;
  waiting = function () {
    waiting = 0;
    void post(form, button, again);
  };
  if (proof) waiting();
}
async function begin() {
  var told = await read();
  words = told.failed;
  box.lang = told.language;
  box.dir = told.language == 'fa' ? 'rtl' : 'ltr';
  root.innerHTML = told.html;
  var form = root.querySelector('form');
  if (!form) return;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    say('');
    send(form);
  });
  work(told.stamp);
}
void begin();
