import type { Language } from '@nardeban/core/values';
import { toPersianDigits } from '@nardeban/core/values';

export type CodePurpose = 'sign-in' | 'spend' | 'redeem' | 'agree';

/**
 * The text message that carries a code. The code stands on a line of its own in Latin digits, where phones find it; the
 * rest is kept short, for it is paid by the part. `what` is what the code is good for, as a few words.
 */
export function codeSentence(
  language: Language,
  purpose: CodePurpose,
  {
    business,
    code,
    what,
  }: { readonly business: string; readonly code: string; readonly what: string | undefined },
): string {
  const name = business.slice(0, 40);
  if (language === 'en') {
    if (purpose === 'sign-in') return `${name}\nYour sign-in code:\n${code}`;
    if (purpose === 'agree')
      return `${name}\nCode to accept${what === undefined ? '' : ` ${what}`}:\n${code}`;
    const deed = purpose === 'spend' ? 'to spend points' : 'to take a reward';
    return `${name}\nCode ${what === undefined ? deed : `for ${what}`}:\n${code}\nTell it to the cashier only.`;
  }
  if (purpose === 'sign-in') return `${name}\nکد ورود شما:\n${code}`;
  if (purpose === 'agree')
    return `${name}\nکد پذیرفتن${what === undefined ? '' : ` ${toPersianDigits(what)}`}:\n${code}`;
  const deed = purpose === 'spend' ? 'خرج امتیاز' : 'گرفتن پاداش';
  return `${name}\nکد ${what === undefined ? deed : toPersianDigits(what)}:\n${code}\nفقط به صندوق‌دار بگویید.`;
}
