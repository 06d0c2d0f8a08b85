const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'e',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'z',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'gh',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'v',
  ه: 'h',
  ة: 'h',
  ی: 'i',
  ي: 'i',
  ئ: 'i',
  ؤ: 'o',
};

/** A short address from a name, in the letters an address may have: «کافه بامداد» gives `kafh-bamdad`. */
export function slugFrom(name: string): string {
  return Array.from(name.normalize('NFKD').toLowerCase())
    .map((letter) => LETTERS[letter] ?? digitOf(letter) ?? letter)
    .join('')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
}

function digitOf(letter: string): string | undefined {
  return /[۰-۹٠-٩]/.test(letter) ? String(letter.charCodeAt(0) & 0xf) : undefined;
}
