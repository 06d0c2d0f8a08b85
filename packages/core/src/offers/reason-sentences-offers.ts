import type { ReasonSentence } from './reason-sentence.ts';

/** Why an offer, a code, a reward, a wallet or a gift card was given, held back or left out. */
export const offerSentences: Readonly<Record<string, ReasonSentence>> = {
  advice_above_margin: {
    fa: 'این تخفیف ({share:share}) از سود معمول فروش ({margin:share}) بیشتر است.',
    en: 'This discount ({share:share}) is more than what is usually kept of a sale ({margin:share}).',
  },
  advice_always_on_offer: {
    fa: 'در {share:share} از {days} روز گذشته تخفیف همگانی برقرار بوده است؛ مردم منتظر تخفیف می‌مانند.',
    en: 'On {share:share} of the last {days} days there was a public discount: people wait for it.',
  },
  advice_habit_of_newcomers: {
    fa: 'تازه‌واردها هم بارها آن را می‌گیرند؛ تخفیف برایشان عادت می‌شود. آن را برای هر نفر یک بار کنید.',
    en: 'Newcomers can have it again and again, and it becomes a habit. Let each person have it once.',
  },
  advice_no_budget: {
    fa: 'سقف هزینه ندارد. بگویید روی هم چه اندازه می‌تواند خرج بردارد.',
    en: 'It has no budget. Say what it may cost altogether.',
  },
  advice_public_for_everybody: {
    fa: 'تخفیف همگانی برای همه برگشت‌پذیر نیست و به قیمت پیشین بدگمان می‌کند؛ آن را برای گروهی برگزیده بگذارید.',
    en: 'A public cut for all is hard to take back and makes the old price suspect: choose whom it is for.',
  },
  appreciation_too_low: {
    fa: 'امتیاز قدردانی {score} است و این پیشنهاد از {least} به بالاست.',
    en: 'The score of appreciation is {score}; this offer starts at {least}.',
  },
  base_not_stable: {
    fa: 'مشتریان وفادار {covered:share} از هدف ماه را می‌پوشانند؛ پیشنهاد همگانی {needed:share} می‌خواهد.',
    en: 'Loyal customers cover {covered:share} of the month’s target; a public offer needs {needed:share}.',
  },
  base_unknown: {
    fa: 'هدف ماه یا فروش مشتریان وفادار معلوم نیست؛ تا آن زمان پیشنهاد همگانی داده نمی‌شود.',
    en: 'The month’s target or the sales of loyal customers are not known; no public offer until they are.',
  },
  basket_too_small: {
    fa: 'از {least:money} خرید به بالاست؛ {missing:money} دیگر مانده است.',
    en: 'For baskets from {least:money} on; {missing:money} more are needed.',
  },
  below_margin_of_basket: {
    fa: 'بیش از این، سود سبد از کف پایین‌تر می‌رود ({over:money}).',
    en: 'More than this would take the basket below its margin ({over:money} too much).',
  },
  below_margin_of_line: {
    fa: 'بیش از این، کالایی زیر کف قیمتش فروخته می‌شود ({over:money}).',
    en: 'More than this would sell an item below its floor ({over:money} too much).',
  },
  budget_spent: {
    fa: 'از بودجه {left:money} مانده است.',
    en: 'The budget has {left:money} left.',
  },
  buys_only_on_discount: {
    fa: 'از {orders} خرید آخر {discounted} خرید با تخفیف بوده است؛ تخفیف دیگر عادت می‌سازد.',
    en: 'Of the last {orders} orders {discounted} were at a discount; another one would make it a habit.',
  },
  card_empty: {
    fa: 'کارت هدیه موجودی ندارد.',
    en: 'The gift card is empty.',
  },
  card_too_small: {
    fa: 'موجودی کارت هدیه {balance:money} است؛ {missing:money} کم دارد.',
    en: 'The gift card holds {balance:money}; {missing:money} are missing.',
  },
  code_brings_nothing: {
    fa: 'این کد به پیشنهادی که اکنون برقرار باشد نمی‌رسد.',
    en: 'This code belongs to no offer that is open now.',
  },
  free_product_missing: {
    fa: 'کالای رایگان ({item}) در سبد نیست؛ آن را به سبد بیفزایید.',
    en: 'The free product ({item}) is not in the basket; add it.',
  },
  given: {
    fa: '{amount:money} کم شد.',
    en: '{amount:money} were taken off.',
  },
  given_recently: {
    fa: '{days} روز پیش داده شده است؛ میان دو بار {least} روز فاصله است.',
    en: 'Given {days} days ago; {least} days lie between two times.',
  },
  group_gave_another: {
    fa: 'از همین گروه پیشنهاد دیگری بیشتر کم می‌کند.',
    en: 'Another offer of the same group takes off more.',
  },
  habit_of_newcomer: {
    fa: 'تازه‌وارد است ({kept} خرید از {orders})؛ تخفیف تکرارشدنی او را به تخفیف عادت می‌دهد.',
    en: 'A newcomer ({kept} of {orders} orders): a discount that can be repeated would become a habit.',
  },
  less_than_together: {
    fa: 'با چیز دیگری جمع نمی‌شود و پیشنهادهای دیگر با هم بیشتر کم می‌کنند.',
    en: 'It goes with nothing else, and the others together take off more.',
  },
  more_than_to_pay: {
    fa: 'فقط {left:money} برای پرداخت مانده است.',
    en: 'Only {left:money} are left to pay.',
  },
  not_asked: {
    fa: 'می‌توان آن را خواست.',
    en: 'It can be asked for.',
  },
  not_chosen: {
    fa: 'این پیشنهاد برای کسانی است که برگزیده شده‌اند.',
    en: 'This offer is for people who were chosen.',
  },
  not_for_newcomers: {
    fa: 'برای مشتریانی با دست‌کم {orders} خرید است؛ این مشتری {kept} خرید دارد.',
    en: 'For customers with at least {orders} orders; this one has {kept}.',
  },
  nothing_it_is_on: {
    fa: 'کالایی که پیشنهاد بر آن است در سبد نیست.',
    en: 'Nothing in the basket is what the offer is on.',
  },
  nothing_left_to_pay: {
    fa: 'چیزی برای پرداخت نمانده است.',
    en: 'Nothing is left to pay with it.',
  },
  nothing_off: {
    fa: 'چیزی برای کم‌کردن نیست؛ قیمت همین حالا کمتر یا صفر است.',
    en: 'There is nothing to take off: the price is lower already, or nought.',
  },
  offer_not_yet: {
    fa: 'این پیشنهاد از {from:day} آغاز می‌شود.',
    en: 'This offer begins on {from:day}.',
  },
  offer_other_branch: {
    fa: 'این پیشنهاد برای شعبه‌های دیگر است.',
    en: 'This offer is for other branches.',
  },
  offer_other_channel: {
    fa: 'این پیشنهاد برای کانال‌های دیگر است.',
    en: 'This offer is for other channels.',
  },
  offer_other_hours: {
    fa: 'این پیشنهاد برای ساعت‌های دیگر روز است.',
    en: 'This offer is for other hours of the day.',
  },
  offer_other_method: {
    fa: 'این پیشنهاد برای روش‌های پرداخت دیگر است.',
    en: 'This offer is for other ways of paying.',
  },
  offer_other_people: {
    fa: 'این پیشنهاد برای مشتریان دیگری است.',
    en: 'This offer is for other customers.',
  },
  offer_other_rung: {
    fa: 'این پیشنهاد برای پله‌های دیگر نردبان است.',
    en: 'This offer is for other rungs of the ladder.',
  },
  offer_other_weekday: {
    fa: 'این پیشنهاد برای روزهای دیگر هفته است.',
    en: 'This offer is for other days of the week.',
  },
  offer_over: {
    fa: 'زمان این پیشنهاد گذشته است ({to:day}).',
    en: 'This offer is over ({to:day}).',
  },
  other_is_exclusive: {
    fa: 'پیشنهادی داده شد که با هیچ پیشنهاد دیگری جمع نمی‌شود.',
    en: 'An offer was given that goes with no other.',
  },
  perk_instead: {
    fa: 'به جای تخفیف چیز دیگری داده شد: هزینه {cost:money} به جای {instead:money}.',
    en: 'Something else was given instead of the discount: it costs {cost:money} instead of {instead:money}.',
  },
  person_needed: {
    fa: 'برای این پیشنهاد باید بدانیم مشتری کیست.',
    en: 'For this offer we have to know who the customer is.',
  },
  reward_above_basket: {
    fa: 'این پاداش {amount:money} است و فقط {left:money} برای پرداخت مانده؛ امتیازی خرج نشد.',
    en: 'This reward is worth {amount:money} and only {left:money} are left to pay; no points were spent.',
  },
  same_offer_once: {
    fa: 'این پیشنهاد در یک سبد فقط یک بار داده می‌شود.',
    en: 'This offer is given once in a basket.',
  },
  stacked_beyond_limit: {
    fa: 'تخفیف‌ها روی هم از {share:share} بیشتر نمی‌شوند ({over:money} کنار گذاشته شد).',
    en: 'Discounts together take off {share:share} at most ({over:money} were left out).',
  },
  teaches_to_wait: {
    fa: 'در {days} روز گذشته {given} تخفیف گرفته است؛ بیش از این مشتری را منتظر تخفیف می‌گذارد.',
    en: '{given} discounts in the last {days} days; one more would teach waiting for the next.',
  },
  too_few_pieces: {
    fa: 'تعداد کافی نیست: با خرید {buy} عدد، {get} عدد.',
    en: 'Too few pieces: {get} with every {buy} bought.',
  },
  trimmed_to: {
    fa: '{amount:money} از {asked:money} داده شد.',
    en: '{amount:money} of {asked:money} were given.',
  },
  uses_all: {
    fa: 'همهٔ {limit} بار استفاده شده است.',
    en: 'All {limit} uses are gone.',
  },
  uses_of_day: {
    fa: 'سهم امروز ({limit} بار) تمام شده است.',
    en: 'Today’s {limit} uses are gone.',
  },
  uses_of_person: {
    fa: 'این مشتری هر {limit} بار خود را استفاده کرده است.',
    en: 'This customer has used it {limit} times, which is all.',
  },
  wallet_empty: {
    fa: 'کیف خالی است.',
    en: 'The wallet is empty.',
  },
  wallet_in_steps: {
    fa: 'در مضرب‌های {step} خرج می‌شود.',
    en: 'Spent in multiples of {step}.',
  },
  wallet_least: {
    fa: 'کمتر از {least} خرج نمی‌شود؛ اینجا {units} می‌شد.',
    en: 'At least {least} are spent at once; here it would be {units}.',
  },
  wallet_not_spent_here: {
    fa: 'این کیف سر صندوق خرج نمی‌شود.',
    en: 'This wallet is not spent at the till.',
  },
  wallet_share_of_basket: {
    fa: 'بیش از {share:share} خرید ({most:money}) با آن پرداخت نمی‌شود.',
    en: 'It pays for {share:share} of a basket at most ({most:money}).',
  },
  wallet_too_small: {
    fa: 'در کیف {balance} هست؛ {missing} کم دارد.',
    en: 'The wallet holds {balance}; {missing} are missing.',
  },
};
