import type { ReasonSentence } from './reason-sentence.ts';

/** Why a rule of the club gives so many units, or none. */
export const earningSentences: Readonly<Record<string, ReasonSentence>> = {
  already_once: {
    fa: 'این امتیاز برای هر نفر فقط یک بار است و پیش‌تر داده شده.',
    en: 'This is earned once for each person, and was earned before.',
  },
  budget_trims: {
    fa: 'از بودجهٔ این قاعده همین اندازه مانده است: {given} از {asked}.',
    en: 'The budget of this rule has only this left: {given} of {asked}.',
  },
  budget_used_up: {
    fa: 'بودجهٔ این قاعده تمام شده است.',
    en: 'The budget of this rule is used up.',
  },
  cap_of_order: {
    fa: 'در هر خرید بیش از {most} داده نمی‌شود.',
    en: 'No more than {most} are earned by one order.',
  },
  cap_reached: {
    fa: 'سقف این قاعده پر شده است.',
    en: 'The cap of this rule is reached.',
  },
  cap_trims: {
    fa: 'تا سقف این قاعده فقط {given} از {asked} جا مانده بود.',
    en: 'The cap of this rule had room for {given} of {asked}.',
  },
  earned_on: {
    fa: 'برای {amount:money} از این خرید.',
    en: 'For {amount:money} of this order.',
  },
  group_gave_other: {
    fa: 'قاعدهٔ دیگری از همین گروه امتیاز داد.',
    en: 'Another rule of the same group gave instead.',
  },
  held_out: {
    fa: 'این شخص در گروه گواه این کارزار است.',
    en: 'This person is in the control group of the campaign.',
  },
  least_amount: {
    fa: 'از {least:money} به بالا امتیاز دارد؛ {missing:money} دیگر مانده است.',
    en: 'Earns from {least:money} on; {missing:money} more are needed.',
  },
  nobody_known: {
    fa: 'مشتری شناخته نشده است.',
    en: 'The customer is not known.',
  },
  not_a_member: {
    fa: 'عضو باشگاه نیست.',
    en: 'Not a member of the club.',
  },
  not_first_order: {
    fa: 'این امتیاز برای نخستین خرید است.',
    en: 'This is for the first order.',
  },
  not_yet: {
    fa: 'این قاعده از {from} آغاز می‌شود.',
    en: 'This rule begins on {from}.',
  },
  nothing_earns: {
    fa: 'چیزی در سبد نیست که با این قاعده امتیاز بگیرد.',
    en: 'Nothing in the basket earns under this rule.',
  },
  other_branch: {
    fa: 'این قاعده برای شعبه‌های دیگر است.',
    en: 'This rule is for other branches.',
  },
  other_channel: {
    fa: 'این قاعده برای کانال‌های دیگر است.',
    en: 'This rule is for other channels.',
  },
  other_hour: {
    fa: 'این قاعده برای ساعت‌های دیگر است.',
    en: 'This rule is for other hours.',
  },
  other_level: {
    fa: 'این قاعده برای سطح‌های دیگر باشگاه است.',
    en: 'This rule is for other levels of the club.',
  },
  other_method: {
    fa: 'این قاعده برای روش‌های پرداخت دیگر است.',
    en: 'This rule is for other ways of paying.',
  },
  other_people: {
    fa: 'این قاعده برای مشتریان دیگری است.',
    en: 'This rule is for other customers.',
  },
  other_rung: {
    fa: 'این قاعده برای پله‌های دیگر نردبان است.',
    en: 'This rule is for other rungs of the ladder.',
  },
  other_weekday: {
    fa: 'این قاعده برای روزهای دیگر هفته است.',
    en: 'This rule is for other days of the week.',
  },
  over: {
    fa: 'این قاعده در {to} پایان یافت.',
    en: 'This rule ended on {to}.',
  },
  rounds_to_nothing: {
    fa: 'مبلغ کمتر از آن است که یک امتیاز شود.',
    en: 'The amount is too small for a single point.',
  },
  times: {
    fa: 'ضریب {times:times} برای پله یا سطح مشتری.',
    en: 'Times {times:times} for the rung or level of the customer.',
  },
  wallet_unknown: {
    fa: 'چنین کیفی در باشگاه نیست.',
    en: 'The club has no such wallet.',
  },
};
