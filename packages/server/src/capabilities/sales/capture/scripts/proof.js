// The work that a form asks for: a number that makes the hash of stamp and number begin with so many zero bits. All of it
// is done here, in slices that hold nothing up; SHA-256 is written out because pages without TLS have none.
var K = [];
var H = [];
for (var prime = 2, by; K.length < 64; prime++) {
  for (by = 2; by * by <= prime && prime % by; by++);
  if (by * by > prime) {
    if (H.length < 8) H.push((Math.sqrt(prime) * 4294967296) | 0);
    K.push((Math.cbrt(prime) * 4294967296) | 0);
  }
}
function turn(x, bits) {
  return (x >>> bits) | (x << (32 - bits));
}
var M = new Int32Array(64);
function hash(text) {
  var w = [];
  var l = text.length;
  var r = H.slice();
  var a, b, c, d, e, f, g, h, i, j, t;
  for (i = 0; i < l; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  w[l >> 2] |= 128 << (24 - (l % 4) * 8);
  w[(((l + 8) >> 6) << 4) + 15] = l * 8;
  for (j = 0; j < w.length; j += 16) {
    [a, b, c, d, e, f, g, h] = r;
    for (i = 0; i < 64; i++) {
      if (i < 16) M[i] = w[j + i];
      else {
        t = M[i - 2];
        M[i] = M[i - 16] + M[i - 7] + (turn(t, 17) ^ turn(t, 19) ^ (t >>> 10));
        t = M[i - 15];
        M[i] += turn(t, 7) ^ turn(t, 18) ^ (t >>> 3);
      }
      t = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + M[i]) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t) | 0;
      d = c;
      c = b;
      b = a;
      a = (t + (turn(b, 2) ^ turn(b, 13) ^ turn(b, 22)) + ((b & c) ^ (b & d) ^ (c & d))) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach(function (one, at) {
      r[at] = (r[at] + one) | 0;
    });
  }
  return r;
}
// Called by the scripts that are put together with this one.
// oxlint-disable-next-line no-unused-vars
function prove(stamp, done) {
  var bits = +stamp.split('.')[2];
  var n = 0;
  (function go() {
    for (var end = Date.now() + 12; Date.now() < end; n++)
      if (!bits || !(hash(stamp + '.' + n)[0] >>> (32 - bits))) return done('' + n);
    setTimeout(go);
  })();
}
