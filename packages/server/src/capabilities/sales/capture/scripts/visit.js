// Tells the business which of its pages were seen. Nobody else hears of it. Whoever refuses, by their browser or by
// nardeban.refuse(), is left alone, and nothing is kept of them but that.
var me = document.currentScript;
var ask = ASK;
var key = 'nardeban_id';
var no = 'nardeban_refused';
var last;
function refused() {
  var n = navigator;
  return (
    n.doNotTrack == '1' ||
    window.doNotTrack == '1' ||
    n.globalPrivacyControl ||
    document.cookie.indexOf(no + '=1') >= 0 ||
    localStorage.getItem(no)
  );
}
function made() {
  return btoa(String.fromCharCode.apply(0, crypto.getRandomValues(new Uint8Array(17))))
    .replace(/\W/g, '_')
    .slice(0, 22);
}
function tell(more) {
  try {
    if (refused() || (ask && !localStorage.getItem('nardeban_allowed'))) return;
    var id = localStorage.getItem(key);
    if (!id) localStorage.setItem(key, (id = 'web-' + made()));
    var came = 'nardeban_came';
    if (sessionStorage.getItem(came) === null)
      sessionStorage.setItem(came, location.search.slice(0, 500) + '\n' + document.referrer);
    var body = new URLSearchParams(more);
    body.set('v', id);
    body.set('k', made());
    body.set('u', location.origin + location.pathname);
    navigator.sendBeacon(me.src.replace(/\/visit\.js.*/, ''), body);
  } catch {}
}
function page() {
  if (last == location.pathname) return;
  last = location.pathname;
  tell({ t: document.title.slice(0, 300) });
}
window.nardeban = {
  allow: function () {
    try {
      localStorage.removeItem(no);
      document.cookie = no + '=;path=/;max-age=0';
      localStorage.setItem('nardeban_allowed', '1');
    } catch {}
    last = 0;
    page();
  },
  refuse: function () {
    document.cookie = no + '=1;path=/;max-age=31536000;samesite=lax';
    try {
      localStorage.removeItem(key);
      localStorage.removeItem('nardeban_allowed');
      sessionStorage.removeItem('nardeban_came');
      localStorage.setItem(no, '1');
    } catch {}
  },
  product: function (name, sku) {
    tell({ p: name || '', s: sku || '' });
  },
};
var push = history.pushState.bind(history);
history.pushState = function () {
  push.apply(0, arguments);
  setTimeout(page);
};
addEventListener('popstate', page);
page();
