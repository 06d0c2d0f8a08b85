import { toPersianDigits } from './digits.ts';
import type { Language } from './language.ts';
import type { Refusal } from './refusal.ts';

/** A refusal's sentence in each language; {names} stand for values of the refusal's detail. */
export interface RefusalSentence {
  readonly fa: string;
  readonly en: string;
}

/** Every refusal the product can give, by code, in alphabetical order. */
export const refusalSentences: Readonly<Record<string, RefusalSentence>> = {
  account_exists: {
    fa: 'با این ایمیل حسابی هست. با همان وارد شوید و دعوت را بپذیرید.',
    en: 'There is an account with this e-mail already. Sign in to it and accept the invitation.',
  },
  address_unavailable: {
    fa: 'نشانی {host} با درگاه {port} در این دستگاه در دسترس نیست ({reason}).',
    en: 'The address {host} with port {port} cannot be used on this machine ({reason}).',
  },
  adjustment_ambiguous: {
    fa: 'این شناسه از آن چند نفر است. شمارهٔ شخص را بنویسید.',
    en: 'This identifier belongs to several people. State the number of the person.',
  },
  agreement_accepted: {
    fa: 'این سند پذیرفته شده است و دیگر تغییر نمی‌کند.',
    en: 'This was accepted and does not change any more.',
  },
  agreement_kind_fixed: {
    fa: 'نوع این سند تغییر نمی‌کند: خواسته‌ها یا پیش‌فاکتور.',
    en: 'What kind of agreement it is does not change.',
  },
  agreement_not_accepted: {
    fa: 'فقط از پیش‌فاکتورِ پذیرفته‌شده سفارش ساخته می‌شود.',
    en: 'Only a quotation that was accepted becomes an order.',
  },
  agreement_not_draft: {
    fa: 'این نسخه دیگر پیش‌نویس نیست.',
    en: 'This version is no draft any more.',
  },
  agreement_not_sent: {
    fa: 'چیزی فرستاده نشده است که پیوند داشته باشد یا پس گرفته شود.',
    en: 'Nothing was sent that could be linked to or withdrawn.',
  },
  agreement_over: {
    fa: 'مهلت این پیش‌فاکتور تمام شده است.',
    en: 'This quotation has ended.',
  },
  agreement_replaced: {
    fa: 'نسخهٔ تازه‌تری جای این را گرفته است.',
    en: 'A newer version has taken the place of this one.',
  },
  agreement_unknown: {
    fa: 'این سند پیدا نشد.',
    en: 'There is no such agreement.',
  },
  agreement_withdrawn: {
    fa: 'این سند پس گرفته شده است.',
    en: 'This was withdrawn.',
  },
  already_one_person: {
    fa: 'این دو همین حالا یک شخص‌اند.',
    en: 'These two are one person already.',
  },
  already_owner: {
    fa: 'شما مالک این کسب‌وکار هستید و به دعوت نیازی ندارید.',
    en: 'You own this business already and need no invitation.',
  },
  amount_ambiguous: {
    fa: 'معلوم نیست نقطه در «{text}» هزارگان را جدا می‌کند یا اعشار را. یک بار برای همهٔ فایل تعیین کنید.',
    en: 'The dot in "{text}" may separate thousands or decimals. Say which, once for the whole file.',
  },
  amount_currency_differs: {
    fa: 'مبلغ «{text}» به ارز دیگری است؛ این کسب‌وکار با {currency} کار می‌کند.',
    en: 'The amount "{text}" is in another currency; this business works in {currency}.',
  },
  amount_has_fraction: {
    fa: 'مبلغ «{text}» اعشار دارد؛ مبلغ باید عدد درست باشد.',
    en: 'The amount "{text}" has a fraction; it must be a whole number.',
  },
  amount_is_money: {
    fa: 'فیلد amount باید از نوع money باشد.',
    en: 'A field called amount must be of the kind money.',
  },
  amount_missing: {
    fa: 'مبلغ خالی است.',
    en: 'The amount is empty.',
  },
  amount_too_large: {
    fa: 'مبلغ «{text}» بزرگ‌تر از آن است که دقیق نگه داشته شود.',
    en: 'The amount "{text}" is too large to be kept exactly.',
  },
  amount_too_precise: {
    fa: 'مبلغ «{text}» بیش از {decimals} رقم اعشار دارد.',
    en: 'The amount "{text}" has more than {decimals} decimal places.',
  },
  answer_missing: {
    fa: 'این را هم بنویسید.',
    en: 'Please fill this in too.',
  },
  answer_not_offered: {
    fa: 'یکی از گزینه‌ها را انتخاب کنید.',
    en: 'Choose one of what is offered.',
  },
  answer_too_long: {
    fa: 'این نوشته بلندتر از {most} نویسه است.',
    en: 'This is longer than {most} characters.',
  },
  answer_unfit: {
    fa: 'این پاسخ به این سند نمی‌خورد.',
    en: 'This answer does not fit this agreement.',
  },
  api_key_unknown: {
    fa: 'این کلید شناخته نیست یا باطل شده است.',
    en: 'This key is not known, or it was revoked.',
  },
  application_role_missing: {
    fa: 'نقش «{role}» در پایگاه داده نیست و مالک اجازهٔ ساختن آن را ندارد. آن را بسازید و نشانی‌اش را در DATABASE_APP_URL بگذارید.',
    en: 'The database has no role "{role}" and the owner may not create roles. Create it and give its address in DATABASE_APP_URL.',
  },
  application_role_password: {
    fa: 'نقش «{role}» با گذرواژهٔ داده‌شده وارد نمی‌شود. نشانی درست آن را در DATABASE_APP_URL بگذارید.',
    en: 'The role "{role}" cannot sign in with the password it was given. Put its right address in DATABASE_APP_URL.',
  },
  approval_not_needed: {
    fa: 'این تخفیف‌ها درون مرزند و اجازه نمی‌خواهند.',
    en: 'These discounts are within the guard and need no approval.',
  },
  award_given_already: {
    fa: 'این شخص برای سال {year} پیش‌تر جایزه گرفته است.',
    en: 'This person has been honoured for {year} already.',
  },
  basket_currency_differs: {
    fa: 'سبد به {currency} است و این کسب‌وکار با {own} کار می‌کند.',
    en: 'The basket is in {currency}; this business works in {own}.',
  },
  basket_too_large: {
    fa: 'جمع سبد بزرگ‌تر از {most} است و دقیق نگه داشته نمی‌شود.',
    en: 'The basket comes to more than {most}, too much to be kept exactly.',
  },
  batch_not_made: {
    fa: 'کدهای این دسته هنوز ساخته می\u200cشوند.',
    en: 'The codes of this batch are still being made.',
  },
  batch_not_making: {
    fa: 'کدهای این دسته در حال ساخته شدن نیستند.',
    en: 'The codes of this batch are not being made.',
  },
  batch_not_stopped: {
    fa: 'ساختن کدهای این دسته متوقف نشده است.',
    en: 'The making of these codes was not stopped.',
  },
  batch_unknown: {
    fa: 'این دستهٔ کد پیدا نشد.',
    en: 'There is no such batch of codes.',
  },
  birthday_told_already: {
    fa: 'تاریخ تولد یک بار گفته شده است. برای اصلاح آن از فروشگاه بخواهید.',
    en: 'The birthday was told already. Ask the shop to correct it.',
  },
  birthday_unreadable: {
    fa: 'این تاریخ تولد خوانده نمی‌شود.',
    en: 'This birthday cannot be read.',
  },
  body_missing: {
    fa: 'درخواست بدنه ندارد.',
    en: 'The request has no body.',
  },
  body_too_deep: {
    fa: 'درخواست بیش از {most} لایه تودرتو دارد.',
    en: 'The request is nested deeper than {most} levels.',
  },
  body_too_large: {
    fa: 'درخواست بزرگ‌تر از اندازهٔ مجاز است؛ آن را در چند بخش بفرستید.',
    en: 'The request is larger than allowed; send it in parts.',
  },
  body_unreadable: {
    fa: 'بدنهٔ درخواست JSON درستی نیست.',
    en: 'The body of the request is not valid JSON.',
  },
  books_do_not_prove: {
    fa: 'دفتر کیف {wallet} با مانده‌های اعضا نمی‌خواند: {difference} واحد اختلاف هست. تا روشن نشود، ماه بسته نمی‌شود.',
    en: 'The books of the wallet {wallet} do not prove: they differ from what members hold by {difference}. The month stays open until that is explained.',
  },
  bottom_rung_asks: {
    fa: 'پلهٔ اول («{rung}») نباید چیزی بخواهد؛ هر کس که جای دیگری ندارد روی آن می‌ایستد.',
    en: 'The bottom rung ("{rung}") must ask for nothing: everybody who stands nowhere else stands there.',
  },
  brought_friend_unknown: {
    fa: 'چنین دوست معرفی‌شده‌ای نیست.',
    en: 'There is no such recommended friend.',
  },
  budget_empty: {
    fa: 'بودجه نه سقف امتیاز دارد و نه سقف پول. دست‌کم یکی را بنویسید.',
    en: 'The budget bounds neither units nor money. State at least one.',
  },
  bulk_not_confirmed: {
    fa: 'این کار دربارهٔ شمار زیادی از مردم است ({people} نفر یا بیشتر)؛ باید آن را تأیید کنید.',
    en: 'This is about many people ({people} or more); confirm that you mean it.',
  },
  business_not_chosen: {
    fa: 'در چند کسب‌وکار کار می‌کنید؛ در سرآیند Nardeban-Business بنویسید کدام.',
    en: 'You work in several businesses; name one in the header Nardeban-Business.',
  },
  business_unknown: {
    fa: 'کسب‌وکار «{slug}» نیست، یا شما در آن کار نمی‌کنید.',
    en: 'There is no business "{slug}", or you do not work in it.',
  },
  business_unstated: {
    fa: 'چند کسب‌وکار هست ({slugs}). با ‎--business‎ بگویید کدام.',
    en: 'There are several businesses ({slugs}). Say which with --business.',
  },
  cadence_archived: {
    fa: 'زنجیرهٔ «{name}» کنار گذاشته شده است و تازه آغاز نمی‌شود.',
    en: 'The series "{name}" was put away and cannot be begun any more.',
  },
  cadence_run_over: {
    fa: 'این زنجیره پیش‌تر تمام شده است.',
    en: 'This series is over already.',
  },
  cadence_run_unknown: {
    fa: 'چنین زنجیره‌ای با کسی در جریان نیست.',
    en: 'There is no such series with anybody.',
  },
  cadence_running: {
    fa: 'زنجیرهٔ «{name}» همین حالا با این شخص در جریان است.',
    en: 'The series "{name}" is running with this person already.',
  },
  cadence_unknown: {
    fa: 'چنین زنجیره‌ای نیست.',
    en: 'There is no such series.',
  },
  cadences_too_many: {
    fa: 'بیش از {most} زنجیره نمی‌توان داشت.',
    en: 'There can be at most {most} series.',
  },
  calendar_link_unknown: {
    fa: 'چنین پیوند تقویمی نیست یا پس گرفته شده است.',
    en: 'There is no such calendar link, or it was taken back.',
  },
  calendar_links_too_many: {
    fa: 'بیش از {most} پیوند تقویم نمی‌توان داشت؛ یکی را پس بگیرید.',
    en: 'You can have at most {most} calendar links; take one back.',
  },
  calendar_of_nobody: {
    fa: 'کلید تقویمی ندارد؛ پیوند تقویم را همکاری می‌سازد که وارد شده است.',
    en: 'A key has no calendar; a member of staff who signed in makes the link.',
  },
  campaign_unknown: {
    fa: 'کارزاری به نام «{campaign}» در باشگاه نیست.',
    en: 'The club has no campaign called "{campaign}".',
  },
  cap_of_order: {
    fa: 'سقفِ هر سفارش فقط برای یک شخص و به امتیاز معنا دارد.',
    en: 'A cap per order can only be one of a person, in units.',
  },
  cap_repeated: {
    fa: 'این سقف پیش‌تر آمده است.',
    en: 'This cap is stated twice.',
  },
  capture_exceeds_hold: {
    fa: 'بیش از آنچه کنار گذاشته شده بود خواسته شده است.',
    en: 'More is asked for than was kept aside.',
  },
  card_insufficient: {
    fa: 'مانده کارت هدیه کافی نیست: {available} مانده و {missing} کم است.',
    en: 'The gift card does not hold enough: {available} is left, {missing} is missing.',
  },
  cell_is_formula: {
    fa: 'در این خانه فرمول «{text}» آمده است، نه مقدار آن.',
    en: 'This cell holds the formula "{text}", not its value.',
  },
  change_unconfirmed: {
    fa: 'این تغییر جای افراد را روی همهٔ نردبان‌ها از نو حساب می‌کند و باید تأیید شود.',
    en: 'This change has everybody placed anew on every ladder, and has to be confirmed.',
  },
  changed_meanwhile: {
    fa: 'در این میان کس دیگری این را عوض کرده است.',
    en: 'Somebody else has changed this in the meantime.',
  },
  choice_expected: {
    fa: '«{value}» در «{field}» پذیرفته نیست؛ گزینه‌ها: {choices}',
    en: '"{value}" is not one of the choices of "{field}": {choices}',
  },
  choice_invalid: {
    fa: 'هر گزینه باید متنی تا {most} نویسه باشد و تنها یک بار بیاید.',
    en: 'A choice must be a text of at most {most} characters that stands only once.',
  },
  choices_missing: {
    fa: 'فهرست گزینه‌ها خالی است.',
    en: 'The list of choices is empty.',
  },
  choices_need_text: {
    fa: 'تنها متن می‌تواند فهرست گزینه داشته باشد.',
    en: 'Only a text can have a list of choices.',
  },
  choosing_empty: {
    fa: 'بنویسید فقط کدام‌ها، یا همه جز کدام‌ها.',
    en: 'Say which ones only, or all but which.',
  },
  chosen_and_excepted: {
    fa: '«{name}» هم برگزیده شده و هم کنار گذاشته.',
    en: '"{name}" is both chosen and excepted.',
  },
  class_never_matched: {
    fa: 'هیچ‌کس در گونهٔ «{class}» قرار نمی‌گیرد؛ هر که شرط آن را دارد، پیش‌تر در «{earlier}» جا گرفته است.',
    en: 'Nobody can be in the class "{class}": whoever meets it was taken by "{earlier}" before.',
  },
  class_without_when: {
    fa: 'گونهٔ «{class}» شرط ندارد؛ فقط گونهٔ آخر می‌تواند بی‌شرط باشد.',
    en: 'The class "{class}" has no condition; only the last class may have none.',
  },
  club_dates_inverted: {
    fa: 'روز پایان پیش از روز آغاز است.',
    en: 'The last day is before the first.',
  },
  club_draft_unknown: {
    fa: 'پیش‌نویسی از باشگاه نیست.',
    en: 'There is no draft of the club.',
  },
  club_key_repeated: {
    fa: 'کلید «{key}» دو بار آمده است.',
    en: 'The key "{key}" stands twice.',
  },
  club_ladder_unknown: {
    fa: 'نردبانی به نام «{ladder}» در کار نیست.',
    en: 'No ladder called "{ladder}" is in force.',
  },
  club_rung_unknown: {
    fa: 'نردبان «{ladder}» پله‌ای به نام «{rung}» ندارد.',
    en: 'The ladder "{ladder}" has no rung called "{rung}".',
  },
  club_simulation_unknown: {
    fa: 'چنین آزمونی از باشگاه نیست.',
    en: 'There is no such simulation of the club.',
  },
  club_terms_missing: {
    fa: 'هنوز نگفته‌اید هر واحد کیف {wallet} چقدر هزینه و ارزش دارد.',
    en: 'Nobody has said yet what a unit of the wallet {wallet} costs and is worth.',
  },
  club_unknown: {
    fa: 'این کسب‌وکار هنوز باشگاهی منتشر نکرده است.',
    en: 'This business has not published a club yet.',
  },
  club_version_unknown: {
    fa: 'نسخهٔ {version} از باشگاه نیست.',
    en: 'The club has no version {version}.',
  },
  club_wallet_removed: {
    fa: 'کیف «{wallet}» هنوز مانده دارد و نمی‌تواند از باشگاه برود.',
    en: 'The wallet "{wallet}" still holds something and cannot leave the club.',
  },
  club_wallet_unit_fixed: {
    fa: 'واحد کیف «{wallet}» پس از انتشار عوض نمی‌شود.',
    en: 'The unit of the wallet "{wallet}" cannot change once it was published.',
  },
  code_missing: {
    fa: 'کدی وارد نشده است.',
    en: 'No code was given.',
  },
  code_mistyped: {
    fa: 'کد درست وارد نشده است؛ یکی از نشانه\u200cهایش اشتباه است.',
    en: 'The code was not typed right: one of its signs is wrong.',
  },
  code_word_like_drawn: {
    fa: 'این واژه با کدهای تصادفی اشتباه گرفته می\u200cشود؛ واژهٔ دیگری بگذارید.',
    en: 'This word could be taken for a drawn code; choose another one.',
  },
  code_word_taken: {
    fa: 'کد «{word}» پیش‌تر به کار رفته است.',
    en: 'The code "{word}" is in use already.',
  },
  code_word_unfit: {
    fa: 'کد باید {least} تا {most} حرف یا رقم باشد.',
    en: 'The code must have {least} to {most} letters or digits.',
  },
  code_wrong: {
    fa: 'این کد درست نیست یا زمانش گذشته است.',
    en: 'This code is not right, or no longer.',
  },
  codes_locked: {
    fa: 'کدهای نادرست زیادی امتحان شده است. {minutes} دقیقهٔ دیگر دوباره بکوشید.',
    en: 'Too many wrong codes were tried. Try again in {minutes} min.',
  },
  codes_sealed: {
    fa: 'این کدها مهر شده\u200cاند و دیگر نمی\u200cشود آن\u200cها را دید یا چاپ کرد.',
    en: 'These codes are sealed and can no longer be listed or printed.',
  },
  codes_too_many: {
    fa: 'در یک دسته حداکثر {most} کد می\u200cشود ساخت.',
    en: 'One batch holds at most {most} codes.',
  },
  cohorts_too_few: {
    fa: 'برای برآورد از روی گذشته دست‌کم سه ماهِ کامل لازم است؛ تا کنون {cohorts} ماه هست.',
    en: 'An estimate from the past needs at least three whole months; there are {cohorts} so far.',
  },
  command_unknown: {
    fa: 'فرمان «{command}» را نمی‌شناسیم. «nardeban --help» فرمان‌ها را نشان می‌دهد.',
    en: 'There is no command "{command}". "nardeban --help" lists the commands.',
  },
  command_usage: {
    fa: 'فرمان درست نوشته نشده است ({reason}). شکل درست: {usage}',
    en: '{reason}. Usage: {usage}',
  },
  comparison_missing: {
    fa: 'برای «{measured}» نگفته‌اید با چه چیزی سنجیده شود.',
    en: 'Nothing is said of what "{measured}" should be compared with.',
  },
  comparison_not_for_field: {
    fa: '«{field}» عدد نیست و «دست‌کم» و «حداکثر» ندارد.',
    en: '"{field}" is not a number, so it has no "at least" and "at most".',
  },
  comparisons_mixed: {
    fa: 'از «برابر با»، «یکی از» و «دست‌کم/حداکثر» فقط یکی را به کار ببرید.',
    en: 'Use only one of "is", "one of" and "at least / at most".',
  },
  conflict_already_decided: {
    fa: 'دربارهٔ این تعارض پیش‌تر تصمیم گرفته شده است.',
    en: 'This conflict has been decided already.',
  },
  conflict_has_no_facts: {
    fa: 'رویدادی در انتظار این تعارض نیست؛ می‌توانید آن دو را یکی کنید یا کنار بگذارید.',
    en: 'No fact waits for this conflict; merge the two or put it aside.',
  },
  conflict_open: {
    fa: 'شاید این یکی از دو نفر باشد. نخست بگویید کدام است (مورد {conflict}).',
    en: 'This may be either of two people. First say which one it is (case {conflict}).',
  },
  conflict_unknown: {
    fa: 'چنین تعارضی نیست.',
    en: 'There is no such conflict.',
  },
  consent_needed: {
    fa: 'بی تیک این جمله نمی‌شود فرستاد.',
    en: 'It cannot be sent without this tick.',
  },
  contact_missing: {
    fa: 'نه موبایل دارد و نه ایمیل.',
    en: 'It has neither a mobile nor an e-mail.',
  },
  cost_columns_missing: {
    fa: 'سطر نخست باید نام ستون‌ها را داشته باشد؛ دست‌کم روز آغاز و مبلغ.',
    en: 'The first line must name the columns; at least the first day and the amount.',
  },
  cost_kind_unknown: {
    fa: 'نوع هزینهٔ «{text}» شناخته نیست.',
    en: 'There is no kind of cost called "{text}".',
  },
  cost_name_too_long: {
    fa: 'نام کانال یا کارزار بیش از {most} نویسه است.',
    en: 'A channel or campaign has more than {most} characters.',
  },
  cost_not_positive: {
    fa: 'مبلغ هزینه باید بیش از صفر باشد.',
    en: 'The amount of a cost must be above nought.',
  },
  cost_period_wrong: {
    fa: 'روز پایان پیش از روز آغاز است، یا بیش از {most} روز پس از آن.',
    en: 'The last day is before the first, or more than {most} days after it.',
  },
  cost_unknown: {
    fa: 'هزینه‌ای با این شماره نیست.',
    en: 'There is no cost with this number.',
  },
  count_or_word: {
    fa: 'یا تعداد کدها را بگویید یا یک واژه؛ نه هر دو.',
    en: 'Say how many codes, or one word; not both.',
  },
  counter_full: {
    fa: 'سقف «{key}» پر شده است؛ {left} مانده است.',
    en: 'The limit of "{key}" is reached; {left} is left.',
  },
  credit_unknown: {
    fa: 'چنین امتیازی داده نشده است.',
    en: 'No such credit was posted.',
  },
  criteria_contradiction: {
    fa: 'شرط {later} با شرط {earlier} جمع نمی‌شود؛ هیچ‌کس نمی‌تواند هر دو را داشته باشد.',
    en: 'Condition {later} contradicts condition {earlier}: nobody can meet both.',
  },
  criteria_group_empty: {
    fa: 'این گروه هیچ شرطی ندارد.',
    en: 'This group has no conditions in it.',
  },
  criteria_group_too_large: {
    fa: 'یک گروه حداکثر {most} شرط می‌گیرد.',
    en: 'A group takes at most {most} conditions.',
  },
  criteria_part_misplaced: {
    fa: '«{part}» در سنجهٔ «{measure}» جایی ندارد.',
    en: '"{part}" has no place in the measure "{measure}".',
  },
  criteria_part_missing: {
    fa: 'در این شرط «{part}» نیامده است.',
    en: 'This condition lacks "{part}".',
  },
  criteria_part_unknown: {
    fa: 'بخشی به نام «{part}» در شرط‌ها نیست.',
    en: 'Conditions have no part called "{part}".',
  },
  criteria_part_unreadable: {
    fa: 'مقدار «{part}» خوانا نیست.',
    en: 'The value of "{part}" cannot be read.',
  },
  criteria_too_deep: {
    fa: 'شرط‌ها بیش از {most} لایه تودرتو شده‌اند.',
    en: 'The criteria are nested more than {most} levels deep.',
  },
  criteria_too_large: {
    fa: 'شرط‌ها بیش از {most} بخش دارند.',
    en: 'The criteria have more than {most} parts.',
  },
  criteria_unreadable: {
    fa: 'این بخش باید یک شرط، یا گروهی با یکی از all، any یا not باشد.',
    en: 'This must be a condition, or a group with exactly one of all, any or not.',
  },
  currency_differs: {
    fa: 'مبلغ‌های این فایل به {currency} است و این کسب‌وکار با {own} کار می‌کند.',
    en: 'The amounts of this file are in {currency}; this business works in {own}.',
  },
  currency_in_use: {
    fa: 'با {currency} مبلغ ثبت شده است و ارز کسب‌وکار دیگر تغییر نمی‌کند.',
    en: 'Amounts were recorded in {currency}, so the currency of the business can no longer be changed.',
  },
  currency_invalid: {
    fa: 'واحد پول باید کد سه‌حرفی ISO 4217 باشد، مانند IRR.',
    en: 'The currency must be a three-letter ISO 4217 code, such as IRR.',
  },
  custom_fact_unknown: {
    fa: 'چنین رویدادی تعریف نشده است.',
    en: 'No such fact has been declared.',
  },
  custom_name_invalid: {
    fa: 'نام رویداد باید با حرف کوچک لاتین آغاز شود و تنها حرف کوچک، رقم و «_» داشته باشد.',
    en: 'The name of the fact must begin with a small Latin letter and hold only small letters, digits and "_".',
  },
  data_folder_not_a_cluster: {
    fa: 'در پوشهٔ {folder} چیز دیگری جز دادهٔ PostgreSQL هست. پوشهٔ دیگری در NARDEBAN_DATA بگذارید.',
    en: 'The folder {folder} holds something other than data of PostgreSQL. Name another folder in NARDEBAN_DATA.',
  },
  data_folder_of_another_user: {
    fa: 'پوشهٔ {folder} از آن کاربر دیگری (شمارهٔ {uid}) است. برنامه را با همان کاربر اجرا کنید یا پوشهٔ دیگری در NARDEBAN_DATA بگذارید.',
    en: 'The folder {folder} belongs to another user (number {uid}). Run the program as that user, or name another folder in NARDEBAN_DATA.',
  },
  data_folder_other_version: {
    fa: 'داده‌های پوشهٔ {folder} از PostgreSQL نسخهٔ {found} است و این برنامه نسخهٔ {expected} دارد. با برنامه‌ای که آن را ساخته خروجی بگیرید، یا پوشهٔ دیگری در NARDEBAN_DATA بگذارید.',
    en: 'The data in {folder} belongs to PostgreSQL {found}; this program carries {expected}. Export it with the program that made it, or name another folder in NARDEBAN_DATA.',
  },
  data_folder_unreachable: {
    fa: 'کاربر «{user}» که PostgreSQL با آن اجرا می‌شود به پوشهٔ {folder} راه ندارد. راه را باز کنید یا پوشهٔ دیگری در NARDEBAN_DATA بگذارید.',
    en: 'The user "{user}", as whom PostgreSQL runs, cannot reach the folder {folder}. Let it in, or name another folder in NARDEBAN_DATA.',
  },
  data_not_flat: {
    fa: 'داده باید فهرستی ساده از متن، عدد و بله/خیر باشد.',
    en: 'The data must be a flat record of texts, numbers and booleans.',
  },
  database_encoding: {
    fa: 'رمزگذاری پایگاه داده {encoding} است؛ باید UTF8 باشد.',
    en: 'The database is encoded in {encoding}; it must be UTF8.',
  },
  database_letters: {
    fa: 'تنظیم زبان پایگاه داده حروف فارسی را نمی‌شناسد و جست‌وجوی نام در آن چیزی پیدا نمی‌کند. پایگاهی با LC_CTYPE از نوع UTF-8 (مانند C.UTF-8) بسازید.',
    en: 'The locale of the database knows no Persian letters, so that searching for a name would find nothing. Create it with an LC_CTYPE for UTF-8, such as C.UTF-8.',
  },
  database_newer: {
    fa: 'پایگاه داده با نسخهٔ تازه‌تری از برنامه کار کرده است ({migration}). همان نسخه یا تازه‌تر را به کار ببرید.',
    en: 'The database has been used by a newer version of the program ({migration}). Use that one or a later one.',
  },
  database_role_unbound: {
    fa: 'نقش «{role}» از جدایی کسب‌وکارها آزاد است (سوپریوزر، BYPASSRLS یا مالک جدول‌ها). برای برنامه نقش دیگری در DATABASE_APP_URL بگذارید.',
    en: 'The role "{role}" is not held by row level security (it is a superuser, has BYPASSRLS, or owns tables). Give the application another role in DATABASE_APP_URL.',
  },
  database_too_old: {
    fa: 'پایگاه داده PostgreSQL نسخهٔ {version} است؛ نسخهٔ ۱۵ یا تازه‌تر لازم است.',
    en: 'The database is PostgreSQL {version}; 15 or newer is needed.',
  },
  database_unavailable: {
    fa: 'پایگاه داده اکنون پاسخ نمی‌دهد؛ کمی بعد دوباره بفرستید.',
    en: 'The database does not answer now; send it again in a moment.',
  },
  database_unreachable: {
    fa: 'به پایگاه داده وصل نشدیم: {reason}',
    en: 'The database cannot be reached: {reason}',
  },
  database_url_incomplete: {
    fa: 'در DATABASE_URL نام کاربر و گذرواژه لازم است؛ یا نشانی نقش برنامه را در DATABASE_APP_URL بگذارید.',
    en: "DATABASE_URL must name a user and a password; or give the address of the application's role in DATABASE_APP_URL.",
  },
  date_ambiguous: {
    fa: 'معلوم نیست در «{text}» روز اول آمده یا ماه. یک بار برای همهٔ فایل تعیین کنید.',
    en: 'In "{text}" the day or the month may come first. Say which, once for the whole file.',
  },
  date_does_not_exist: {
    fa: 'تاریخ «{text}» در تقویم نیست.',
    en: 'The date "{text}" does not exist.',
  },
  date_missing: {
    fa: 'تاریخ خالی است.',
    en: 'The date is empty.',
  },
  date_out_of_range: {
    fa: 'سال «{text}» بیرون از ۱۳۰۰ تا ۱۴۹۹ خورشیدی و ۱۹۰۰ تا ۲۱۰۰ میلادی است.',
    en: 'The year of "{text}" is outside 1900 to 2100, and outside 1300 to 1499 in the Jalali calendar.',
  },
  date_unreadable: {
    fa: '«{text}» تاریخ خوانایی نیست.',
    en: '"{text}" cannot be read as a date.',
  },
  day_expected: {
    fa: '«{field}» باید روزی به شکل ۲۰۲۶-۰۳-۲۱ باشد.',
    en: '"{field}" must be a day such as 2026-03-21.',
  },
  day_not_come: {
    fa: 'این روز هنوز نرسیده است.',
    en: 'That day has not come yet.',
  },
  day_of_year_unknown: {
    fa: '«{day}» روزی از سال نیست.',
    en: '"{day}" is no day of the year.',
  },
  day_over: {
    fa: 'این روز گذشته است.',
    en: 'That day is over.',
  },
  day_twice: {
    fa: 'روز {day} دو بار آمده است.',
    en: 'The day {day} is there twice.',
  },
  deal_closed: {
    fa: 'این معامله بسته شده است؛ اول آن را باز کنید.',
    en: 'This deal is closed; open it again first.',
  },
  deal_evidence_missing: {
    fa: '{missing} چیز که این گام‌ها می‌خواهند هنوز معلوم نیست. آن را بنویسید، یا بگویید چرا با این همه پیش می‌روید.',
    en: 'Of what these steps ask for, {missing} is not known yet. Fill it in, or say why you go on all the same.',
  },
  deal_field_unknown: {
    fa: 'هیچ گامی چیزی به نام {field} نمی‌پرسد.',
    en: 'No step asks for anything called {field}.',
  },
  deal_field_wrong: {
    fa: '«{field}» چنین مقداری نمی‌تواند داشته باشد.',
    en: '“{field}” cannot hold such a value.',
  },
  deal_finished: {
    fa: 'کاری برای این معامله نمانده است.',
    en: 'Nothing is left to do about this deal.',
  },
  deal_has_order: {
    fa: 'سفارش «{order}» این معامله هنوز پابرجاست؛ نخست آن را در بخش توافق لغو کنید.',
    en: 'The order "{order}" of this deal still stands: cancel it first, under Agreement.',
  },
  deal_not_closed: {
    fa: 'این معامله باز است.',
    en: 'This deal is open.',
  },
  deal_not_open: {
    fa: 'این معامله دیگر باز نیست.',
    en: 'This deal is no longer open.',
  },
  deal_not_won: {
    fa: 'این معامله برده نشده است.',
    en: 'This deal has not been won.',
  },
  deal_of_another: {
    fa: 'این معامله از آن شخص دیگری است.',
    en: 'This deal is somebody else’s.',
  },
  deal_unknown: {
    fa: 'چنین معامله‌ای نیست.',
    en: 'There is no such deal.',
  },
  deal_won_already: {
    fa: 'این معامله برده شده است؛ برای برگشتن به گام‌های پیش از فروش، آن را دوباره باز کنید.',
    en: 'This deal is won; to go back to the steps before the sale, open it again.',
  },
  definition_part_unknown: {
    fa: 'در تعریف نردبان بخشی به نام «{part}» نیست.',
    en: 'The definition of a ladder has no part called "{part}".',
  },
  definition_part_unreadable: {
    fa: 'بخش «{part}» نیامده یا خوانا نیست.',
    en: 'The part "{part}" is missing or cannot be read.',
  },
  definition_unreadable: {
    fa: 'معلوم نیست این تعریف نردبان است یا گونه‌شناسی.',
    en: 'It is not clear whether this defines a ladder or a typology.',
  },
  discount_above_price: {
    fa: 'تخفیف از خود مبلغ بیشتر است.',
    en: 'The discount is more than the price.',
  },
  discount_needs_approval: {
    fa: 'تخفیف از مرز باشگاه بیشتر است؛ پیش از فرستادن، اجازهٔ مدیر لازم است.',
    en: 'The discount is beyond the guard: a manager has to approve it before it is sent.',
  },
  draft_too_large: {
    fa: 'این پیش‌نویس بیش از اندازه بزرگ است؛ حداکثر {most} نویسه.',
    en: 'This draft is too large; at most {most} characters.',
  },
  draft_unknown: {
    fa: 'پیش‌نویسی نیست.',
    en: 'There is no draft.',
  },
  draft_unreadable: {
    fa: 'بخشی از این پیش‌نویس خوانا نیست: {part}',
    en: 'A part of this draft cannot be read: {part}',
  },
  due_past: {
    fa: 'این زمان گذشته است؛ زمانی از اکنون به بعد بنویسید.',
    en: 'This time is over; state one from now on.',
  },
  email_invalid: {
    fa: 'نشانی ایمیل درست نیست.',
    en: 'The e-mail address is not valid.',
  },
  email_missing: {
    fa: 'نشانی ایمیل خالی است.',
    en: 'The e-mail address is empty.',
  },
  embedded_postgres_missing: {
    fa: 'برای این دستگاه ({platform}) بستهٔ PostgreSQL نصب نیست. نشانی یک کارساز PostgreSQL را در DATABASE_URL بگذارید.',
    en: 'No PostgreSQL package is installed for this machine ({platform}). Give the address of a PostgreSQL server in DATABASE_URL.',
  },
  environment_invalid: {
    fa: 'متغیر {variable} درست نیست: {reason}',
    en: 'The variable {variable} is not right: {reason}',
  },
  event_kind_unknown: {
    fa: 'رویدادی از نوع «{type}» پذیرفته نیست.',
    en: 'Events of the kind "{type}" are not accepted.',
  },
  event_name_missing: {
    fa: 'نام رویداد خالی است.',
    en: 'The name of the event is empty.',
  },
  event_not_declared: {
    fa: 'رویداد «{event}» برای این کسب‌وکار تعریف نشده است.',
    en: 'The event "{event}" is not declared for this business.',
  },
  evidence_fact_unknown: {
    fa: 'رویدادی به نام {type} نداریم.',
    en: 'There is no fact called {type}.',
  },
  evidence_field_unknown: {
    fa: 'رویداد {type} چیزی به نام {field} ندارد.',
    en: 'The fact {type} has no field called {field}.',
  },
  experiment_climbs_need_rung: {
    fa: 'برای سنجش بالا رفتن، نردبان و پله‌ای از آن را تعیین کنید که آغاز آن نباشد.',
    en: 'To measure climbs, name a ladder and a rung of it that is not the lowest.',
  },
  experiment_full: {
    fa: 'در یک آزمایش بیش از {most} شخص جا نمی‌گیرد.',
    en: 'An experiment takes no more than {most} people.',
  },
  experiment_not_draft: {
    fa: 'این آزمایش آغاز شده است و دیگر تغییر نمی‌کند.',
    en: 'This experiment has been started and can no longer be changed.',
  },
  experiment_not_running: {
    fa: 'این آزمایش در جریان نیست.',
    en: 'This experiment is not running.',
  },
  experiment_too_large_to_read: {
    fa: 'در این آزمایش {people} شخص هست؛ بیش از {most} را تنها شب‌ها می‌شماریم.',
    en: 'There are {people} people in this experiment; more than {most} are counted at night only.',
  },
  experiment_unknown: {
    fa: 'آزمایشی با این شماره نیست.',
    en: 'There is no experiment with this number.',
  },
  expires_before_vesting: {
    fa: 'پس از {days} روز می‌سوزد و تازه پس از {vesting} روز آزاد می‌شود.',
    en: 'It expires after {days} days and only vests after {vesting}.',
  },
  export_expired: {
    fa: 'زمان این فایل گذشته و فایل پاک شده است. دوباره خروجی بگیرید.',
    en: 'The time of this file is over and it was removed. Export again.',
  },
  export_not_ready: {
    fa: 'این فایل هنوز آماده نیست.',
    en: 'This file is not ready yet.',
  },
  fact_archived: {
    fa: 'رویداد «{type}» بایگانی شده است و دیگر پذیرفته نمی‌شود.',
    en: 'The fact "{type}" has been archived and is no longer taken.',
  },
  fact_in_future: {
    fa: 'این رویداد در آینده است؛ تاریخ آن درست خوانده نشده است.',
    en: 'This fact is in the future; its date was misread.',
  },
  fact_not_an_object: {
    fa: 'هر رویداد باید یک شیء JSON باشد.',
    en: 'Each fact must be a JSON object.',
  },
  fact_too_early: {
    fa: 'این رویداد پیش از سال ۱۹۷۰ میلادی است؛ تاریخ آن درست خوانده نشده است.',
    en: 'This fact is from before 1970; its date was misread.',
  },
  fact_type_missing: {
    fa: 'نوع رویداد نیامده است.',
    en: 'The type of the fact is missing.',
  },
  field_kind_fixed: {
    fa: 'نوع فیلد «{field}» را نمی‌توان عوض کرد یا آن را برداشت: رویدادهایی با آن ثبت شده‌اند.',
    en: 'The field "{field}" cannot change its kind or go: facts that carry it are stored.',
  },
  field_kind_unknown: {
    fa: 'نوع فیلد «{field}» شناخته نیست؛ یکی از text، number، money، flag و day است.',
    en: 'The kind of the field "{field}" is unknown; it is one of text, number, money, flag and day.',
  },
  field_kinds_differ: {
    fa: '«{field}» در این رویدادها از یک نوع نیست و با هم سنجیده نمی‌شود.',
    en: '"{field}" is not of the same kind in these facts, so they cannot be measured together.',
  },
  field_missing: {
    fa: 'فیلد «{field}» برای رویداد {type} لازم است.',
    en: 'A fact {type} needs the field "{field}".',
  },
  field_name_invalid: {
    fa: 'نام فیلد باید با حرف کوچک لاتین آغاز شود و تنها حرف لاتین، رقم و «_» داشته باشد.',
    en: 'The name of a field must begin with a small Latin letter and hold only Latin letters, digits and "_".',
  },
  field_needed_later: {
    fa: 'فیلد «{field}» را نمی‌توان اکنون لازم کرد: رویدادهای پیشین آن را ندارند.',
    en: 'The field "{field}" cannot be made required now: earlier facts do not have it.',
  },
  field_not_a_number: {
    fa: '«{field}» عدد نیست؛ جمع، میانگین، بیشترین و کمترین ندارد.',
    en: '"{field}" is not a number: it has no sum, average, highest or lowest.',
  },
  file_damaged: {
    fa: 'فایل آسیب دیده است و باز نمی‌شود.',
    en: 'The file is damaged and cannot be opened.',
  },
  file_empty: {
    fa: 'فایل خالی است.',
    en: 'The file is empty.',
  },
  file_has_header_only: {
    fa: 'فایل جز سرستون‌ها چیزی ندارد.',
    en: 'The file has column headers and nothing else.',
  },
  file_is_encrypted: {
    fa: 'فایل رمز دارد؛ آن را بی‌رمز ذخیره کنید.',
    en: 'The file is protected by a password; save it without one.',
  },
  file_missing: {
    fa: 'فایل «{file}» پیدا نشد.',
    en: 'There is no file "{file}".',
  },
  file_not_a_workbook: {
    fa: 'این فایل فشرده کتاب کار اکسل (XLSX) نیست.',
    en: 'This archive is no Excel workbook (XLSX).',
  },
  file_not_found: {
    fa: 'فایل «{file}» پیدا نشد.',
    en: 'There is no file "{file}".',
  },
  file_not_sent: {
    fa: 'فایلی در درخواست نیست.',
    en: 'There is no file in the request.',
  },
  file_too_large: {
    fa: 'فایل «{file}» بزرگ‌تر از اندازهٔ پذیرفته است.',
    en: 'The file "{file}" is larger than can be taken.',
  },
  file_too_wide: {
    fa: 'فایل بیش از {most} ستون دارد.',
    en: 'The file has more than {most} columns.',
  },
  file_unknown: {
    fa: 'چنین پرونده‌ای نیست؛ شاید برداشته شده باشد.',
    en: 'There is no such file; it may have been removed.',
  },
  file_unpacks_too_large: {
    fa: 'فایل پس از باز شدن بیش از اندازه بزرگ می‌شود.',
    en: 'The file unpacks to more than can be right.',
  },
  file_unreadable: {
    fa: 'فایل جدول خوانایی نیست؛ سطر {line} هم از سطرهای بسیاری است که خوانده نشدند.',
    en: 'The file is no readable table; row {line} is one of many that could not be told apart.',
  },
  files_too_many: {
    fa: 'برای هر شخص بیش از {most} پرونده نگه داشته نمی‌شود.',
    en: 'No more than {most} files are kept for one person.',
  },
  fiscal_year_invalid: {
    fa: 'آغاز سال مالی باید روزی باشد که در همهٔ سال‌ها هست.',
    en: 'The fiscal year must start on a day that every year has.',
  },
  flag_expected: {
    fa: '«{field}» باید بله یا خیر باشد.',
    en: '"{field}" must be true or false.',
  },
  follow_up_not_done: {
    fa: 'این پیگیری هنوز باز است.',
    en: 'This follow-up is still open.',
  },
  follow_up_over: {
    fa: 'این پیگیری دیگر باز نیست.',
    en: 'This follow-up is not open any more.',
  },
  follow_up_unknown: {
    fa: 'چنین پیگیری‌ای نیست.',
    en: 'There is no such follow-up.',
  },
  forecast_columns_missing: {
    fa: 'در این فایل ستونی برای مشتری یا برای تاریخ پیدا نشد. برای پیش‌بینی هر دو لازم است.',
    en: 'No column of this file holds the customer, or none the date. A forecast needs both.',
  },
  forecast_no_customers: {
    fa: 'اولین خرید هیچ مشتری در این بازه نیست، پس چیزی برای پیش‌بینی نمی‌ماند. روز شروع و پایان را بررسی کنید.',
    en: 'Nobody made their first order in this time, so there is nothing to foretell. Check the first and the last day.',
  },
  form_becomes_wrong: {
    fa: 'پاسخ «{field}» نمی‌تواند چنین چیزی شود.',
    en: 'The answer "{field}" cannot become that.',
  },
  form_choice_twice: {
    fa: 'در «{field}» یک گزینه دو بار آمده است.',
    en: 'A choice of "{field}" stands there twice.',
  },
  form_choices_missing: {
    fa: '«{field}» گزینه‌ای ندارد.',
    en: '"{field}" has no choices.',
  },
  form_closed: {
    fa: 'این فرم بسته است.',
    en: 'This form is closed.',
  },
  form_field_reserved: {
    fa: 'نام «{field}» را خود فرم به کار می‌برد.',
    en: 'The form uses the name "{field}" itself.',
  },
  form_field_twice: {
    fa: '«{field}» دو بار آمده است.',
    en: '"{field}" stands there twice.',
  },
  form_key_taken: {
    fa: 'فرمی به نام «{key}» هست.',
    en: 'There is a form named "{key}" already.',
  },
  form_proof_wrong: {
    fa: 'فرستاده نشد؛ دوباره بزنید.',
    en: 'It was not sent. Press once more.',
  },
  form_redirect_not_own: {
    fa: '«{host}» در فهرست سایت‌های شما نیست.',
    en: '"{host}" is not among your sites.',
  },
  form_stamp_old: {
    fa: 'این صفحه خیلی باز مانده است؛ دوباره بزنید.',
    en: 'This page has been open for too long. Press once more.',
  },
  form_trait_missing: {
    fa: 'بنویسید «{field}» کدام ویژگی است.',
    en: 'Say which trait "{field}" is.',
  },
  form_unknown: {
    fa: 'چنین فرمی نیست.',
    en: 'There is no such form.',
  },
  form_without_contact: {
    fa: 'دست‌کم موبایل یا ایمیل باید لازم باشد، وگرنه معلوم نمی‌شود فرستنده کیست.',
    en: 'At least the mobile or the e-mail has to be required, or nobody could be recognised.',
  },
  forms_too_many: {
    fa: 'بیش از {most} فرم نمی‌شود ساخت.',
    en: 'There can be no more than {most} forms.',
  },
  forms_too_often: {
    fa: 'از این اینترنت بیش از اندازه فرستاده شده است. {seconds} ثانیهٔ دیگر دوباره بزنید.',
    en: 'Too many came from this network. Try again in {seconds} seconds.',
  },
  gift_card_empty: {
    fa: 'کارت هدیهٔ صفر صادر نمی\u200cشود.',
    en: 'A gift card of nothing is not made.',
  },
  gift_card_ends_later: {
    fa: 'این کارت هدیه دیرتر از آن تمام می\u200cشود؛ پایانش جلو نمی\u200cآید.',
    en: 'This gift card ends later than that; it is never made to end earlier.',
  },
  gift_card_frozen: {
    fa: 'این کارت هدیه مسدود است.',
    en: 'This gift card is frozen.',
  },
  gift_card_held: {
    fa: 'بخشی از این کارت هدیه در سفارشی باز نگه داشته شده است؛ کمی بعد دوباره بکوشید.',
    en: 'An open basket keeps some of this gift card aside; try again a little later.',
  },
  gift_card_load_unknown: {
    fa: 'چنین پرداختی روی این کارت هدیه نیست.',
    en: 'There is no such payment on this gift card.',
  },
  gift_card_not_fresh: {
    fa: 'این کارت هدیه به کار رفته، از آن کسی شده یا بیش از یک روز از فروشش گذشته است؛ کد تازه\u200cاش در صفحهٔ کارت\u200cهای هدیه داده می\u200cشود.',
    en: 'This gift card was used, has become somebody’s, or was sold more than a day ago: it is given a new code on the page of gift cards.',
  },
  gift_card_not_frozen: {
    fa: 'این کارت هدیه مسدود نیست.',
    en: 'This gift card is not frozen.',
  },
  gift_card_over: {
    fa: 'مهلت این کارت هدیه تمام شده است.',
    en: 'This gift card has ended.',
  },
  gift_card_refunded: {
    fa: 'پول این کارت هدیه پس داده شده و دیگر اعتبار ندارد.',
    en: 'This gift card was refunded and is worth nothing.',
  },
  gift_card_spent: {
    fa: 'روی این کارت هدیه چیزی نمانده است.',
    en: 'There is nothing left on this gift card.',
  },
  gift_card_unknown: {
    fa: 'این کارت هدیه پیدا نشد.',
    en: 'There is no such gift card.',
  },
  gift_cards_none_due: {
    fa: 'در سفارش {number} کارت هدیه\u200cای نیست که هنوز صادر نشده باشد.',
    en: 'Order {number} has no gift card that is still to be made.',
  },
  give_back_exceeds_spent: {
    fa: 'بیش از آنچه خرج شده برنمی‌گردد؛ {left} مانده است.',
    en: 'No more can be given back than was spent; {left} is left.',
  },
  hand_over_to_self: {
    fa: 'کارها همین حالا از آن همین همکار است.',
    en: 'These matters are that colleague’s already.',
  },
  hold_expired: {
    fa: 'مهلت این برگه گذشته است؛ دوباره قیمت بگیرید.',
    en: 'The time of this hold is over; ask for the price again.',
  },
  hold_released: {
    fa: 'این برگه رها شده است؛ دوباره قیمت بگیرید.',
    en: 'This hold was released; ask for the price again.',
  },
  hold_unknown: {
    fa: 'چنین چیزی کنار گذاشته نشده است.',
    en: 'Nothing is kept aside under this number.',
  },
  hook_event_unknown: {
    fa: 'رویدادی با نام «{event}» نیست.',
    en: 'There is no event called “{event}”.',
  },
  hook_events_missing: {
    fa: 'دست‌کم یک رویداد را انتخاب کنید.',
    en: 'Choose at least one event.',
  },
  hook_is_off: {
    fa: 'این وب‌هوک خاموش است. اول روشنش کنید.',
    en: 'This webhook is off. Switch it on first.',
  },
  hook_message_unknown: {
    fa: 'چنین پیامی در گزارش این وب‌هوک نیست؛ پیام‌ها سی روز نگه داشته می‌شوند.',
    en: 'There is no such message in the log of this webhook; messages are kept for thirty days.',
  },
  hook_unknown: {
    fa: 'چنین وب‌هوکی در این کسب‌وکار نیست.',
    en: 'There is no such webhook in this business.',
  },
  hook_url_insecure: {
    fa: 'پیام‌ها نام و شمارهٔ مشتریان را می‌برند، پس نشانی باید با https:// آغاز شود.',
    en: 'Messages carry names and numbers of customers, so the address must begin with https://.',
  },
  hook_url_invalid: {
    fa: 'این نشانی خواندنی نیست. نشانی کاملی که با https:// آغاز می‌شود بنویسید؛ بی نام کاربری و گذرواژه.',
    en: 'This address cannot be read. Give a whole one that begins with https://, without a user name or password.',
  },
  hook_url_private: {
    fa: '«{host}» نشانی‌ای در شبکهٔ داخلی است و از اینجا به آن چیزی فرستاده نمی‌شود. راهبر سامانه می‌تواند شبکه‌ای را با HOOKS_PRIVATE_NETWORKS مجاز کند.',
    en: '“{host}” is an address inside a private network, where nothing is sent from here. The administrator can allow a network with HOOKS_PRIVATE_NETWORKS.',
  },
  hours_empty: {
    fa: 'ساعت آغاز و پایان یکی است.',
    en: 'The hours begin and end at the same time.',
  },
  hours_overlap: {
    fa: 'دو بازهٔ کاری یک روز روی هم افتاده‌اند.',
    en: 'Two stretches of work on one day overlap.',
  },
  hours_reversed: {
    fa: 'پایان این بازه پس از آغازش نیست.',
    en: 'This stretch does not end after it begins.',
  },
  idempotency_key_in_flight: {
    fa: 'درخواست نخست با همین Idempotency-Key هنوز در کار است؛ کمی بعد دوباره بفرستید.',
    en: 'The first request with this Idempotency-Key is still under way; send it again in a moment.',
  },
  idempotency_key_invalid: {
    fa: 'Idempotency-Key باید ۱ تا ۲۵۵ نویسهٔ لاتین بی‌فاصله باشد.',
    en: 'An Idempotency-Key is 1 to 255 visible ASCII characters.',
  },
  idempotency_key_reuse: {
    fa: 'این Idempotency-Key پیش‌تر برای درخواست دیگری به کار رفته است.',
    en: 'This Idempotency-Key was used for another request before.',
  },
  identifier_ambiguous: {
    fa: 'این شناسه به چند نفر می‌رسد: {people}. شمارهٔ یکی را بنویسید.',
    en: 'This leads to several people: {people}. Name one of them by number.',
  },
  identifier_last: {
    fa: 'این تنها شناسهٔ این شخص است و بی آن دیگر شناخته نمی‌شود. نخست شناسهٔ دیگری بیفزایید.',
    en: 'This is the only identifier of this person, who could not be recognised without it. Add another one first.',
  },
  identifier_missing: {
    fa: 'این سطر نه موبایل دارد، نه ایمیل و نه کد مشتری.',
    en: 'This row has no mobile, no e-mail and no customer number.',
  },
  identifier_not_held: {
    fa: 'این شخص چنین شناسه‌ای ندارد.',
    en: 'This person does not hold this identifier.',
  },
  identifier_taken: {
    fa: 'این شناسه از آنِ شخص دیگری است. اگر یک نفرند، آن دو را یکی کنید.',
    en: 'Another person holds this identifier. If the two are one, merge them.',
  },
  identifier_too_long: {
    fa: 'شناسه بیش از {most} نویسه دارد.',
    en: 'The identifier has more than {most} characters.',
  },
  identity_missing: {
    fa: 'رویداد نمی‌گوید از کیست.',
    en: 'The event does not say whose it is.',
  },
  image_unknown: {
    fa: 'این تصویر پیدا نشد.',
    en: 'There is no such picture.',
  },
  image_unknown_kind: {
    fa: 'تصویر باید PNG یا JPEG یا WebP باشد.',
    en: 'The picture must be PNG, JPEG or WebP.',
  },
  images_too_many: {
    fa: 'هر پاداش حداکثر {most} تصویر دارد.',
    en: 'A reward has at most {most} pictures.',
  },
  import_already_begun: {
    fa: 'این ورود آغاز شده است و دیگر نمی‌توان ستون‌هایش را تغییر داد.',
    en: 'This import has begun; its columns can no longer be changed.',
  },
  import_already_done: {
    fa: 'این ورود پیش‌تر به پایان رسیده است.',
    en: 'This import is done already.',
  },
  import_already_undone: {
    fa: 'این ورود برگردانده شده یا در حال برگرداندن است.',
    en: 'This import has been undone, or is being undone.',
  },
  import_file_changed: {
    fa: 'فایل از وقتی که معرفی شد عوض شده است؛ از نو واردش کنید.',
    en: 'The file has changed since it was handed in; import it anew.',
  },
  import_file_missing: {
    fa: 'فایل این ورود داده دیگر نیست؛ از نو بفرستیدش.',
    en: 'The file of this import is gone; send it again.',
  },
  import_not_begun: {
    fa: 'این ورود هنوز آغاز نشده و چیزی برای برگرداندن ندارد.',
    en: 'This import has not begun; there is nothing to undo.',
  },
  import_not_found: {
    fa: 'چنین ورود داده‌ای نیست.',
    en: 'There is no such import.',
  },
  import_not_running: {
    fa: 'این ورود اکنون در کار نیست.',
    en: 'This import is not under way.',
  },
  import_not_traced: {
    fa: 'این ورود پیش از آن انجام شده که برگرداندن ممکن شود؛ رویدادهایش از بقیه جدا شناخته نمی‌شوند.',
    en: 'This import was made before undoing was possible; its facts cannot be told from the others.',
  },
  import_not_undoing: {
    fa: 'برگرداندن این ورود خواسته نشده است.',
    en: 'Nobody has asked for this import to be undone.',
  },
  import_other_running: {
    fa: 'ورود «{file}» در حال اجراست. پس از پایان یا ایست آن برگردانید.',
    en: 'The import of "{file}" is running. Undo this one when that is finished or stopped.',
  },
  import_running: {
    fa: 'این ورود داده همین حالا در برنامهٔ دیگری در جریان است.',
    en: 'This import is being run by another process just now.',
  },
  import_stopped: {
    fa: 'ورود داده نگه داشته شد؛ همان فرمان آن را ادامه می‌دهد.',
    en: 'The import was stopped; the same command goes on with it.',
  },
  import_undo_running: {
    fa: 'ورود دیگری در حال برگرداندن است. پس از پایان آن دوباره آغاز کنید.',
    en: 'Another import is being undone. Start this one again when that is finished.',
  },
  import_unknown: {
    fa: 'چنین ورودی نیست.',
    en: 'There is no such import.',
  },
  input_invalid: {
    fa: 'مقدار «{field}» درست نیست.',
    en: 'The value of "{field}" is not valid.',
  },
  input_missing: {
    fa: '«{field}» نیامده است.',
    en: '"{field}" is missing.',
  },
  input_too_many: {
    fa: 'بیش از {most} سطر در یک درخواست آمده است.',
    en: 'There are more than {most} lines in one request.',
  },
  input_unexpected: {
    fa: '«{field}» در این درخواست جایی ندارد.',
    en: '"{field}" does not belong in this request.',
  },
  instant_unreadable: {
    fa: 'زمان باید به شکل ISO 8601 با اختلاف ساعت باشد، یا هزارم‌های ثانیه از ۱۹۷۰.',
    en: 'The time must be ISO 8601 with its offset, or epoch milliseconds.',
  },
  internal: {
    fa: 'خطایی در برنامه رخ داد و ثبت شد.',
    en: 'Something went wrong in the program; it was recorded.',
  },
  invitation_unknown: {
    fa: 'این دعوت دیگر معتبر نیست: به کار رفته، پس گرفته شده یا زمانش گذشته است. دعوت تازه‌ای بخواهید.',
    en: 'This invitation is no longer good: it was used, withdrawn or has expired. Ask for a new one.',
  },
  job_already_undone: {
    fa: 'این کار پیش‌تر برگردانده شده است.',
    en: 'This was undone already.',
  },
  job_not_a_tagging: {
    fa: 'تنها برچسب‌زدن را می‌شود برگرداند.',
    en: 'Only tagging can be undone.',
  },
  job_not_running: {
    fa: 'این کار در جریان نیست.',
    en: 'This job is not under way.',
  },
  job_not_stopped: {
    fa: 'این کار متوقف نشده است.',
    en: 'This job was not stopped.',
  },
  job_still_running: {
    fa: 'این کار هنوز در جریان است؛ نخست آن را متوقف کنید.',
    en: 'This is still under way; stop it first.',
  },
  job_unknown: {
    fa: 'چنین کاری نیست.',
    en: 'There is no such job.',
  },
  json_unreadable: {
    fa: '«{file}» JSON درست نیست.',
    en: '"{file}" is not valid JSON.',
  },
  kept_only_amount: {
    fa: 'جمعِ بدون برگشتی فقط برای «amount» معنا دارد.',
    en: 'A sum less returns is possible only of "amount".',
  },
  kept_only_paid_orders: {
    fa: 'کنار گذاشتن برگشتی‌ها فقط برای «order.paid» معنا دارد.',
    en: 'Leaving out returns is possible only for "order.paid".',
  },
  key_missing: {
    fa: 'کلید رویداد نیامده است.',
    en: 'The key of the fact is missing.',
  },
  key_not_found: {
    fa: 'چنین کلیدی نیست.',
    en: 'There is no such key.',
  },
  key_taken: {
    fa: 'با کلید «{key}» رویداد دیگری از همین منبع ثبت شده است.',
    en: 'Another fact of this source stands under the key "{key}".',
  },
  key_too_long: {
    fa: 'کلید رویداد بیش از {most} نویسه دارد.',
    en: 'The key of the fact has more than {most} characters.',
  },
  ladder_has_pins: {
    fa: '{people} نفر در «{ladder}» سنجاق شده‌اند؛ نخست سنجاقشان را بردارید.',
    en: '{people} people are pinned in "{ladder}"; unpin them first.',
  },
  ladder_key_differs: {
    fa: 'کلید نردبان در تعریف با کلید در نشانی یکی نیست.',
    en: 'The key of the ladder in the definition differs from the one in the address.',
  },
  ladder_key_taken: {
    fa: 'نردبان یا گونه‌شناسی دیگری کلید «{ladder}» را دارد.',
    en: 'Another ladder or typology has the key "{ladder}".',
  },
  ladder_kind_fixed: {
    fa: '«{ladder}» از نوع دیگری است؛ نردبان را نمی‌شود گونه‌شناسی کرد و برعکس.',
    en: '"{ladder}" is of the other kind; a ladder cannot become a typology, nor the other way round.',
  },
  ladder_last: {
    fa: 'این تنها نردبان کسب‌وکار است و نمی‌شود کنارش گذاشت.',
    en: 'This is the only ladder of the business and cannot be put away.',
  },
  ladder_publishing: {
    fa: 'نردبان «{ladder}» در حال انتشار است. پس از پایان آن دوباره انجام دهید.',
    en: 'The ladder “{ladder}” is being published. Do this again when that is done.',
  },
  ladder_unknown: {
    fa: 'نردبان یا گونه‌شناسی منتشرشده‌ای با نام «{ladder}» نیست.',
    en: 'There is no published ladder or typology called "{ladder}".',
  },
  last_class_asks: {
    fa: 'گونهٔ آخر («{class}») نباید شرط داشته باشد؛ جای همهٔ کسانی است که در گونهٔ دیگری نیستند.',
    en: 'The last class ("{class}") must have no condition: it takes everybody whom no other class takes.',
  },
  last_owner: {
    fa: 'هر کسب‌وکار دست‌کم یک مالک می‌خواهد. نخست کس دیگری را مالک کنید.',
    en: 'A business needs at least one owner. Make somebody else an owner first.',
  },
  lead_group_unknown: {
    fa: 'گروه «{group}» در تعریف نیست.',
    en: 'There is no group “{group}” in the definition.',
  },
  lead_list_unknown: {
    fa: 'چنین فهرستی نیست.',
    en: 'There is no such list.',
  },
  lead_qualified_stays: {
    fa: 'این سرنخ تأیید شده است و پاسخ‌هایش «بله» می‌ماند. اگر نظرتان برگشته، آن را با دلیل رد کنید.',
    en: 'This lead is qualified and its answers stay “yes”. If you think otherwise now, refuse it with a reason.',
  },
  lead_review_closed: {
    fa: 'این بازبینی بسته شده است.',
    en: 'This review is closed.',
  },
  lead_review_empty: {
    fa: 'هنوز سرنخی نیست که با هم نگاهش کنید.',
    en: 'There are no leads to look at together yet.',
  },
  lead_review_open: {
    fa: 'یک بازبینی باز است. نخست آن را ببندید.',
    en: 'A review is under way. Close it first.',
  },
  lead_review_unknown: {
    fa: 'چنین بازبینی‌ای نیست.',
    en: 'There is no such review.',
  },
  lead_state_wrong: {
    fa: 'این کار با وضعیت کنونی سرنخ جور نیست. صفحه را تازه کنید.',
    en: 'This does not fit the present state of the lead. Reload the page.',
  },
  lead_unknown: {
    fa: 'چنین سرنخی نیست.',
    en: 'There is no such lead.',
  },
  least_not_in_steps: {
    fa: 'کمترین مقدار ({least}) مضربی از گام ({step}) نیست.',
    en: 'The least ({least}) is not a multiple of the step ({step}).',
  },
  legal_id_invalid: {
    fa: 'شناسهٔ ملی درست نیست؛ باید یازده رقم باشد و رقم کنترل آن بخواند.',
    en: 'The legal id is not valid: it has eleven digits, the last of which checks the others.',
  },
  legal_id_missing: {
    fa: 'شناسهٔ ملی خالی است.',
    en: 'The legal id is empty.',
  },
  level_unknown: {
    fa: 'باشگاه سطحی به نام «{level}» ندارد.',
    en: 'The club has no level called "{level}".',
  },
  level_wallet_misplaced: {
    fa: 'کیف فقط وقتی می‌آید که سطح از امتیاز ساخته شود.',
    en: 'A wallet belongs here only where points make the level.',
  },
  level_wallet_missing: {
    fa: 'بنویسید امتیاز کدام کیف سطح را می‌سازد.',
    en: 'Say which wallet’s points make the level.',
  },
  levels_not_rising: {
    fa: 'هر سطح باید بیش از سطح پیشین ({before}) بخواهد.',
    en: 'Each level must ask for more than the one before ({before}).',
  },
  line_tax_too_large: {
    fa: 'مالیات سطر {line} از بهای آن بیشتر است.',
    en: 'The tax of line {line} is more than its price.',
  },
  line_text_missing: {
    fa: 'در این سطر شرح کالا نیست.',
    en: 'This row does not say what it is about.',
  },
  link_code_taken: {
    fa: 'پیوندی با رمز «{code}» هست.',
    en: 'There is a link with the code "{code}" already.',
  },
  link_target_missing: {
    fa: 'پیوند یا به یک فرم می‌رود یا به یک صفحه.',
    en: 'A link leads either to a form or to a page.',
  },
  link_target_not_own: {
    fa: 'این صفحه در سایت‌های شما نیست.',
    en: 'This page is on none of your sites.',
  },
  link_unknown: {
    fa: 'چنین پیوندی نیست.',
    en: 'There is no such link.',
  },
  links_too_many: {
    fa: 'بیش از {most} پیوند نمی‌شود ساخت.',
    en: 'There can be no more than {most} links.',
  },
  logo_too_large: {
    fa: 'نشان باید حداکثر {most} کیلوبایت باشد.',
    en: 'A logo is at most {most} kB.',
  },
  logo_too_wide: {
    fa: 'نشان {width} در {height} نقطه است؛ حداکثر {most} در {most}.',
    en: 'The logo is {width} by {height} pixels; at most {most} by {most}.',
  },
  logo_unknown: {
    fa: 'این نشان پیدا نشد.',
    en: 'There is no such logo.',
  },
  logo_unknown_kind: {
    fa: 'نشان باید PNG یا JPEG باشد.',
    en: 'A logo is a PNG or a JPEG.',
  },
  logo_unreadable: {
    fa: 'این تصویر خوانده نمی‌شود؛ شاید ناقص است.',
    en: 'This picture cannot be read; perhaps a part of it is missing.',
  },
  lost_reason_unknown: {
    fa: 'این مسیر دلیلی به نام {reason} ندارد.',
    en: 'This pipeline has no reason called {reason}.',
  },
  lowest_level_asks: {
    fa: 'پایین‌ترین سطح چیزی نمی‌خواهد: از صفر آغاز می‌شود.',
    en: 'The lowest level asks for nothing: it begins at 0.',
  },
  mailbox_closed: {
    fa: 'صندوق پیام‌های آزمایشی در این نصب باز نیست.',
    en: 'The test mailbox is not open in this installation.',
  },
  mailbox_unknown: {
    fa: 'چنین نشانی ایمیلی نیست.',
    en: 'There is no such e-mail address.',
  },
  mailboxes_too_many: {
    fa: 'بیش از {most} نشانی نمی‌شود ساخت.',
    en: 'There can be no more than {most} addresses.',
  },
  mapping_column_missing: {
    fa: 'فایل ستونی به نام «{header}» ندارد.',
    en: 'The file has no column "{header}".',
  },
  mapping_field_twice: {
    fa: 'دو ستون برای «{field}» تعیین شده است.',
    en: 'Two columns are taken for "{field}".',
  },
  mapping_invalid: {
    fa: 'تعریف ستون‌ها خوانا نیست، در «{path}»: {reason}',
    en: 'The mapping cannot be read, at "{path}": {reason}',
  },
  mapping_name_missing: {
    fa: 'نگاشت نام می‌خواهد.',
    en: 'The mapping needs a name.',
  },
  mapping_unknown: {
    fa: 'چنین نگاشتی نیست؛ شاید پاک شده باشد.',
    en: 'There is no such mapping; it may have been removed.',
  },
  mapping_without_amount: {
    fa: 'هیچ ستونی مبلغ نیست؛ مبلغ، یا قیمت واحد با تعداد لازم است.',
    en: 'No column is the amount; an amount, or a unit price with a quantity, is needed.',
  },
  mapping_without_date: {
    fa: 'هیچ ستونی تاریخ سفارش نیست.',
    en: 'No column is the date of the order.',
  },
  mapping_without_people: {
    fa: 'هیچ ستونی موبایل، ایمیل یا کد مشتری نیست.',
    en: 'No column is a mobile, an e-mail or a customer number.',
  },
  matter_of_another: {
    fa: 'این معامله یا سرنخ از آن شخص دیگری است.',
    en: 'This deal or lead is of somebody else.',
  },
  measure_unknown: {
    fa: 'سنجه‌ای به نام «{measure}» نداریم.',
    en: 'There is no measure called "{measure}".',
  },
  media_type_unknown: {
    fa: 'نوع محتوای درخواست پذیرفته نیست؛ JSON بفرستید.',
    en: 'The content type of the request is not accepted; send JSON.',
  },
  member_code_wrong: {
    fa: 'این کد عضویت درست نیست یا زمانش گذشته است. کد تازه را از گوشی مشتری بخوانید.',
    en: "This member code is not right, or no longer. Read the new one from the customer's phone.",
  },
  member_sign_in_needed: {
    fa: 'برای دیدن این صفحه با موبایل خود وارد شوید.',
    en: 'Sign in with your mobile to see this page.',
  },
  membership_missing: {
    fa: 'حساب شما در هیچ کسب‌وکاری عضو نیست.',
    en: 'Your account is a member of no business.',
  },
  memory_full: {
    fa: 'از این شخص {most} چیز به یاد مانده است؛ پیش از نوشتن بیشتر، آنچه دیگر درست نیست را بردارید.',
    en: 'There are {most} things remembered of this person. Before writing more, end those that no longer hold.',
  },
  memory_kind_fixed: {
    fa: 'نیاز، خواسته یا هر چیز دیگری که گفته شده، نوعش عوض نمی‌شود؛ آن را بردارید و تازه بنویسید.',
    en: 'What was said cannot become another kind of thing. End it and write it anew.',
  },
  memory_unknown: {
    fa: 'چنین گفته‌ای یادداشت نشده است.',
    en: 'No such thing was written down.',
  },
  merge_already_undone: {
    fa: 'این یکی‌کردن پیش‌تر برگردانده شده است.',
    en: 'This merge has been undone already.',
  },
  merge_unknown: {
    fa: 'چنین یکی‌کردنی نیست.',
    en: 'There is no such merge.',
  },
  merge_with_itself: {
    fa: 'شخص را نمی‌توان با خودش یکی کرد.',
    en: 'A person cannot be merged into themselves.',
  },
  method_differs: {
    fa: 'قیمت برای روش پرداخت «{method}» داده شده است. برای روش دیگر دوباره قیمت بگیرید.',
    en: 'The price was given for paying by "{method}". Ask for a new price to pay otherwise.',
  },
  method_refused: {
    fa: 'این نشانی {method} نمی‌پذیرد.',
    en: 'This address does not accept {method}.',
  },
  migration_changed: {
    fa: 'پروندهٔ {migration} پس از اجرا روی این پایگاه داده تغییر کرده است. آن را به حال خود برگردانید و تغییر را در پروندهٔ تازه‌ای بنویسید.',
    en: 'The migration {migration} was edited after it had been applied to this database. Put it back, and write the change as a new one.',
  },
  migration_failed: {
    fa: 'تغییر پایگاه داده با {migration} در سطر {line} انجام نشد: {reason}',
    en: 'The migration {migration} failed at line {line}: {reason}',
  },
  migration_misnamed: {
    fa: 'نام پروندهٔ {file} مانند 0001-name.sql نیست.',
    en: 'The file {file} is not named like 0001-name.sql.',
  },
  migration_out_of_order: {
    fa: '{migration} پیش از {last} می‌آید که اجرا شده است. شمارهٔ تازه‌تری به آن بدهید.',
    en: 'The migration {migration} comes before {last}, which has been applied. Give it a later number.',
  },
  minor_units_expected: {
    fa: 'مبلغ باید عدد درست و به کوچک‌ترین واحد پول (ریال) باشد.',
    en: 'An amount must be a whole number of the smallest unit of the currency.',
  },
  mobile_not_theirs: {
    fa: 'این موبایل از آن این شخص نیست.',
    en: 'This mobile does not belong to this person.',
  },
  money_wallet_one_to_one: {
    fa: 'یک واحد از کیف پولی یک واحد پول می‌ارزد.',
    en: 'A unit of a money wallet is worth one unit of money.',
  },
  month_ahead: {
    fa: 'این ماه بیش از یک سال جلوتر است.',
    en: 'This month is more than a year ahead.',
  },
  month_already_closed: {
    fa: 'این ماه بسته شده و دیگر تغییر نمی‌کند.',
    en: 'This month is closed and no longer moves.',
  },
  month_before_open: {
    fa: 'ماه‌ها به ترتیب بسته می‌شوند؛ نوبت {month} است.',
    en: 'Months are closed in their order; it is the turn of {month}.',
  },
  month_not_over: {
    fa: 'این ماه هنوز تمام نشده است.',
    en: 'This month is not over yet.',
  },
  month_unknown: {
    fa: 'ماه «{month}» در تقویم کسب‌وکار نیست.',
    en: 'There is no month "{month}" in the calendar of the business.',
  },
  months_out_of_range: {
    fa: 'شمار ماه‌ها باید بین ۱ و ۲۴۰ باشد.',
    en: 'The number of months must be from 1 to 240.',
  },
  name_missing: {
    fa: 'نام خالی است.',
    en: 'The name is empty.',
  },
  name_missing_in_language: {
    fa: 'این متن در هر دو زبان لازم است.',
    en: 'This text is needed in both languages.',
  },
  name_too_long: {
    fa: 'نام بیش از {most} نویسه دارد.',
    en: 'The name has more than {most} characters.',
  },
  named_twice: {
    fa: 'یک کیف یا یک کارت دو بار آمده است.',
    en: 'A wallet or a card is named twice.',
  },
  national_id_invalid: {
    fa: 'کد ملی درست نیست؛ باید ده رقم باشد و رقم کنترل آن بخواند.',
    en: 'The national id is not valid: it has ten digits, the last of which checks the others.',
  },
  national_id_missing: {
    fa: 'کد ملی خالی است.',
    en: 'The national id is empty.',
  },
  no_business_yet: {
    fa: 'هنوز هیچ کسب‌وکاری ساخته نشده است. با دستور import یک فایل سفارش بدهید تا ساخته شود.',
    en: 'There is no business yet. Import a file of orders and it will be made.',
  },
  no_draft_to_publish: {
    fa: 'نردبان «{ladder}» پیش‌نویسی برای انتشار ندارد، یا انتشار دیگری در راه است.',
    en: 'The ladder "{ladder}" has no draft to publish, or another version is being published.',
  },
  no_user_for_postgres: {
    fa: 'PostgreSQL با کاربر root اجرا نمی‌شود و کاربر postgres یا nobody در این دستگاه نیست. یکی بسازید یا با کاربر دیگری اجرا کنید.',
    en: 'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Create one, or run as another user.',
  },
  not_a_number: {
    fa: '«{text}» عدد نیست.',
    en: '"{text}" is not a number.',
  },
  not_publishing: {
    fa: 'از «{ladder}» اکنون چیزی در حال انتشار نیست؛ شاید همین حالا به پایان رسیده باشد.',
    en: 'Nothing of "{ladder}" is being published now; it may just have come to its end.',
  },
  note_says_nothing: {
    fa: 'چیزی نوشته نشده است؛ گفته را با چند کلمه بنویسید یا کالا را نام ببرید.',
    en: 'Nothing is written. Put down what was said in a few words, or name the product.',
  },
  note_unknown: {
    fa: 'چنین یادداشتی نیست؛ شاید برداشته شده باشد.',
    en: 'There is no such note; it may have been removed.',
  },
  nothing_to_close: {
    fa: 'در این ماه هنوز چیزی ثبت نشده بود.',
    en: 'The club had posted nothing by this month.',
  },
  now_needs_dry_run: {
    fa: 'زمان دلخواه فقط با dry_run پذیرفته است.',
    en: 'A chosen instant goes only with dry_run.',
  },
  number_ambiguous: {
    fa: 'معلوم نیست نقطه در «{text}» هزارگان را جدا می‌کند یا اعشار را.',
    en: 'The dot in "{text}" may separate thousands or decimals.',
  },
  number_expected: {
    fa: '«{field}» باید عدد باشد.',
    en: '"{field}" must be a number.',
  },
  number_grouping_broken: {
    fa: 'رقم‌های «{text}» سه‌تاسه‌تا جدا نشده‌اند؛ شاید رقمی افتاده باشد.',
    en: 'The digits of "{text}" are not grouped in threes; one may be missing.',
  },
  number_in_exponent_form: {
    fa: '«{text}» به شکل نمایی است و رقم‌های آخرش از دست رفته؛ ستون را در اکسل به شکل متن ذخیره کنید.',
    en: '"{text}" is in exponent form and has lost its last digits; save the column as text.',
  },
  number_missing: {
    fa: 'عدد خالی است.',
    en: 'The number is empty.',
  },
  number_too_large: {
    fa: 'عدد «{text}» بزرگ‌تر از آن است که دقیق نگه داشته شود.',
    en: 'The number "{text}" is too large to be kept exactly.',
  },
  objection_answer_missing: {
    fa: 'بگویید چه پاسخی داده شد.',
    en: 'Say which answer was given.',
  },
  objection_answer_unknown: {
    fa: 'چنین پاسخی برای این نگرانی نیست.',
    en: 'There is no such answer to this objection.',
  },
  objection_answer_used: {
    fa: 'این پاسخ در معامله‌ها به کار رفته است و پاک نمی‌شود؛ آن را بایگانی کنید.',
    en: 'This answer was given in deals and cannot be removed; archive it instead.',
  },
  objection_answers_too_many: {
    fa: 'برای یک نگرانی بیش از {most} پاسخ نگه داشته نمی‌شود. پاسخ‌های کهنه را پاک کنید.',
    en: 'No more than {most} answers to one objection are kept. Remove old ones.',
  },
  objection_missing: {
    fa: 'بگویید کدام نگرانی گفته شد.',
    en: 'Say which objection was raised.',
  },
  objection_raise_unknown: {
    fa: 'این نگرانی در این معامله گفته نشده است.',
    en: 'This objection was not raised in this deal.',
  },
  objection_unknown: {
    fa: 'چنین نگرانی‌ای در فهرست نیست.',
    en: 'There is no such objection in the library.',
  },
  objections_too_many: {
    fa: 'بیش از {most} نگرانی نگه داشته نمی‌شود.',
    en: 'No more than {most} objections are kept.',
  },
  occasion_feeds_itself: {
    fa: '«{type}» کار خود باشگاه است و امتیازی برایش داده نمی‌شود.',
    en: '"{type}" is the club’s own doing; nothing is given for it.',
  },
  occasion_is_order: {
    fa: '«{type}» سفارش است؛ قاعدهٔ سفارش بنویسید تا دو بار حساب نشود.',
    en: '"{type}" is an order; write a rule of orders, so that it is not counted twice.',
  },
  offer_archived: {
    fa: 'پیشنهاد «{key}» بایگانی شده است و دیگر عوض نمی‌شود.',
    en: 'The offer "{key}" is archived and is not changed any more.',
  },
  offer_key_fixed: {
    fa: 'کلید پیشنهاد عوض نمی‌شود؛ با همان شناخته است.',
    en: 'The key of an offer does not change: it is known by it.',
  },
  offer_key_taken: {
    fa: 'پیشنهادی با کلید «{key}» هست.',
    en: 'There is an offer with the key "{key}" already.',
  },
  offer_unknown: {
    fa: 'پیشنهادی با کلید «{key}» نیست.',
    en: 'There is no offer with the key "{key}".',
  },
  offers_too_many: {
    fa: 'بیش از {most} پیشنهاد نمی‌توان داشت. چند تا را بایگانی کنید.',
    en: 'There can be no more than {most} offers. Archive some.',
  },
  one_time_code_attempts_over: {
    fa: 'تلاش‌های این کد تمام شد. کد تازه بخواهید.',
    en: 'This code has been tried too often. Ask for a new one.',
  },
  one_time_code_expired: {
    fa: 'زمان این کد گذشته است. کد تازه بخواهید.',
    en: 'This code has expired. Ask for a new one.',
  },
  one_time_code_malformed: {
    fa: 'کد شش رقم است.',
    en: 'The code is six digits.',
  },
  one_time_code_used: {
    fa: 'این کد یک بار به کار رفته است. کد تازه بخواهید.',
    en: 'This code has been used already. Ask for a new one.',
  },
  one_time_code_wrong: {
    fa: 'کد درست نیست. {left} تلاش دیگر مانده است.',
    en: 'That is not the code. {left} more tries are left.',
  },
  one_time_codes_too_many: {
    fa: 'کدهای زیادی فرستاده شده است. {seconds} ثانیهٔ دیگر دوباره بخواهید.',
    en: 'Too many codes were sent. Ask again in {seconds} seconds.',
  },
  open_only_matters: {
    fa: '«هنوز باز» فقط برای چیزی معنا دارد که پایان هم دارد؛ «{type}» چنین نیست.',
    en: '"Still open" is possible only of what can end; "{type}" cannot.',
  },
  open_without_where: {
    fa: '«هنوز باز» را نمی‌توان به «{field}» محدود کرد.',
    en: '"Still open" cannot be narrowed by "{field}".',
  },
  option_unreadable: {
    fa: 'مقدار «{value}» برای {option} خوانده نشد.',
    en: 'The value "{value}" of {option} cannot be read.',
  },
  order_amounts_differ: {
    fa: 'سطرهای سفارش {order} جمع‌های گوناگونی می‌گویند.',
    en: 'The rows of order {order} state different totals.',
  },
  order_customers_differ: {
    fa: 'سطرهای سفارش {order} مشتری‌های گوناگونی می‌گویند.',
    en: 'The rows of order {order} name different customers.',
  },
  order_differs: {
    fa: 'سفارش {order} پیش‌تر با محتوای دیگری ثبت شده است؛ همان ماند.',
    en: 'Order {order} was stored before with other content, which stays.',
  },
  order_incomplete: {
    fa: 'سطر {line} سفارش {order} خوانده نشد، پس سفارش کامل نیست.',
    en: 'Row {line} of order {order} could not be read, so the order is not whole.',
  },
  order_needs_ladder: {
    fa: 'برای این ترتیب باید گفت کدام نردبان.',
    en: 'This order needs the ladder it is about.',
  },
  order_not_paid: {
    fa: 'سفارش «{number}» هنوز کامل پرداخت نشده است؛ به جای برگشت، آن را لغو کنید.',
    en: 'The order "{number}" is not paid in full yet: cancel it instead of taking it back.',
  },
  order_not_placed: {
    fa: 'هنوز سفارشی ثبت نشده است.',
    en: 'There is no order yet.',
  },
  order_number_differs: {
    fa: 'این قیمت برای سفارش «{number}» است.',
    en: 'This price is for the order "{number}".',
  },
  order_number_taken: {
    fa: 'سفارشی با شمارهٔ «{number}» هست.',
    en: 'There is an order with the number "{number}" already.',
  },
  order_over: {
    fa: 'سفارش «{number}» پیش‌تر لغو یا کامل برگشت شده است.',
    en: 'The order "{number}" is cancelled, or all of it has come back already.',
  },
  order_paid_already: {
    fa: 'سفارش «{number}» پرداخت شده است؛ به جای لغو، آن را برگشت بزنید.',
    en: 'The order "{number}" is paid: take it back instead of cancelling it.',
  },
  order_too_long: {
    fa: 'سفارش {order} بیش از {most} سطر دارد؛ شاید ستون شماره سفارش درست نیست.',
    en: 'Order {order} has more than {most} rows; perhaps the column is no order number.',
  },
  order_unknown: {
    fa: 'سفارشی با شمارهٔ «{number}» نیست.',
    en: 'There is no order with the number "{number}".',
  },
  origin_refused: {
    fa: 'این درخواست از صفحه‌های خود ما نیامده است.',
    en: 'This request did not come from one of our own pages.',
  },
  outcome_of_another_kind: {
    fa: 'این نتیجه به این نوع پیگیری نمی‌خورد.',
    en: 'This cannot have come of a follow-up of this kind.',
  },
  owner_unknown: {
    fa: 'این کس همکار این کسب‌وکار نیست.',
    en: 'They do not work for this business.',
  },
  owners_only: {
    fa: 'تنها کسی که مالک کسب‌وکاری است می‌تواند کسب‌وکار دیگری بسازد.',
    en: 'Only somebody who owns a business can create another.',
  },
  page_unknown: {
    fa: 'این ادامهٔ فهرست پیدا نشد. فهرست را از ابتدا باز کنید.',
    en: 'This continuation of the list was not found. Open the list from the beginning.',
  },
  page_unreadable: {
    fa: 'نشانی این صفحه از فهرست خوانا نیست؛ از صفحهٔ نخست آغاز کنید.',
    en: 'The place in the list cannot be read; begin with the first page.',
  },
  paid_differs: {
    fa: 'مبلغ پرداخت‌شده ({paid}) با مبلغ قابل پرداخت ({due}) یکی نیست.',
    en: 'What was paid ({paid}) is not what is due ({due}).',
  },
  pair_of_one: {
    fa: 'یک کالا همراه خودش نمی‌شود؛ دو کالای متفاوت بنویسید.',
    en: 'A product does not go with itself. Name two different ones.',
  },
  pair_unknown: {
    fa: 'چنین جفتی نیست.',
    en: 'There is no such pair.',
  },
  pairs_too_many: {
    fa: 'بیش از {most} جفت نوشته نمی‌شود.',
    en: 'No more than {most} pairs can be written.',
  },
  papers_too_many: {
    fa: 'همین حالا برگه‌های زیادی در حال ساخته‌شدن است؛ چند لحظه بعد دوباره بزنید.',
    en: 'Many papers are being made just now: try again in a moment.',
  },
  part_only_for_orders: {
    fa: '«{part}» فقط در قاعدهٔ سفارش معنا دارد.',
    en: '"{part}" only makes sense in a rule of orders.',
  },
  part_unknown: {
    fa: 'این نقش دیگر در کار نیست.',
    en: 'This part is no longer played.',
  },
  partner_unknown: {
    fa: 'چنین همکاری نیست.',
    en: 'There is no such partner.',
  },
  password_too_long: {
    fa: 'گذرواژه نباید بیش از {most} نویسه باشد.',
    en: 'A password has at most {most} characters.',
  },
  password_too_short: {
    fa: 'گذرواژه باید دست‌کم {least} نویسه باشد.',
    en: 'A password has at least {least} characters.',
  },
  password_wrong: {
    fa: 'گذرواژهٔ کنونی درست نیست.',
    en: 'The present password is not right.',
  },
  payment_in_future: {
    fa: 'زمان پرداخت نمی‌تواند در آینده باشد.',
    en: 'A payment cannot have been taken in the future.',
  },
  payment_too_large: {
    fa: 'بیش از ماندهٔ سفارش است.',
    en: 'This is more than is left to pay.',
  },
  payments_too_many: {
    fa: 'برای یک سفارش حداکثر {most} پرداخت ثبت می‌شود.',
    en: 'An order has at most {most} payments.',
  },
  period_reversed: {
    fa: 'آغاز دوره پس از پایان آن است.',
    en: 'The period begins after it ends.',
  },
  person_has_no_mobile: {
    fa: 'از این شخص شماره موبایلی در دست نیست.',
    en: 'No mobile of this person is known.',
  },
  person_id_alone: {
    fa: 'شمارهٔ شخص را نمی‌توان با شناسه‌های دیگر آورد.',
    en: 'The number of a person cannot be given together with other identifiers.',
  },
  person_id_invalid: {
    fa: 'شمارهٔ شخص باید عدد درست مثبت باشد.',
    en: 'The number of a person must be a positive whole number.',
  },
  person_kind_unknown: {
    fa: 'نوع شخص یا person است یا organisation.',
    en: 'The kind of a person is person or organisation.',
  },
  person_needed: {
    fa: 'برای این کار باید مشتری شناخته باشد.',
    en: 'This needs a customer who is known.',
  },
  person_not_a_candidate: {
    fa: 'این شخص از نامزدهای این تعارض نیست.',
    en: 'This person is not one of the candidates of the conflict.',
  },
  person_not_an_object: {
    fa: 'شخص باید یک شیء JSON باشد.',
    en: 'The person must be a JSON object.',
  },
  person_unknown: {
    fa: 'چنین شخصی پیدا نشد.',
    en: 'There is no such person.',
  },
  phone_in_exponent_form: {
    fa: 'شمارهٔ «{text}» به شکل نمایی است و رقم‌های آخرش از دست رفته؛ ستون را در اکسل به شکل متن ذخیره کنید.',
    en: 'The number "{text}" is in exponent form and has lost its last digits; save the column as text.',
  },
  phone_invalid: {
    fa: '«{text}» شمارهٔ تلفن درستی نیست.',
    en: '"{text}" is not a valid phone number.',
  },
  phone_missing: {
    fa: 'شمارهٔ موبایل خالی است.',
    en: 'The mobile number is empty.',
  },
  phone_not_mobile: {
    fa: '«{text}» شمارهٔ موبایل نیست.',
    en: '"{text}" is not a mobile number.',
  },
  pin_day_past: {
    fa: 'روز پایان سنجاق گذشته است یا در تقویم نیست.',
    en: 'The last day of the pin is past, or does not exist.',
  },
  pipeline_archived: {
    fa: 'مسیر {pipeline} بایگانی شده و معاملهٔ تازه نمی‌پذیرد.',
    en: 'The pipeline {pipeline} is archived and takes no new deals.',
  },
  pipeline_key_fixed: {
    fa: 'شناسهٔ مسیر عوض نمی‌شود.',
    en: 'The key of a pipeline does not change.',
  },
  pipeline_key_taken: {
    fa: 'مسیری با شناسهٔ {key} هست.',
    en: 'There is a pipeline with the key {key} already.',
  },
  pipeline_key_twice: {
    fa: 'شناسهٔ {key} دو بار آمده است.',
    en: 'The key {key} is there twice.',
  },
  pipeline_last: {
    fa: 'این تنها مسیر است و نمی‌شود بایگانی‌اش کرد.',
    en: 'This is the only pipeline and cannot be archived.',
  },
  pipeline_steps_misplaced: {
    fa: 'گام‌های پس از فروش باید آخر بیایند.',
    en: 'The steps after the sale come last.',
  },
  pipeline_unknown: {
    fa: 'مسیری به نام {pipeline} نیست.',
    en: 'There is no pipeline called {pipeline}.',
  },
  pipeline_without_sale: {
    fa: 'مسیر دست‌کم یک گام پیش از فروش می‌خواهد.',
    en: 'A pipeline needs at least one step before the sale.',
  },
  pipelines_too_many: {
    fa: 'بیش از {most} مسیر نمی‌شود.',
    en: 'There can be at most {most} pipelines.',
  },
  place_key_repeated: {
    fa: 'کلید «{key}» دو بار آمده است.',
    en: 'The key "{key}" is used twice.',
  },
  places_out_of_range: {
    fa: 'تعداد پله‌ها یا گونه‌ها باید از {least} تا {most} باشد.',
    en: 'There must be {least} to {most} rungs or classes.',
  },
  player_missing: {
    fa: 'بگویید چه کسی: شخصی را برگزینید یا نامی بنویسید.',
    en: 'Say who: choose a person or write a name.',
  },
  player_unclear: {
    fa: 'یا شخص را برگزینید یا نام بنویسید، نه هر دو.',
    en: 'Either choose a person or write a name, not both.',
  },
  points_missing: {
    fa: 'این قاعده صفر امتیاز دارد و کاری نمی‌کند.',
    en: 'This rule brings 0 points and does nothing.',
  },
  port_taken: {
    fa: 'درگاه {port} را برنامهٔ دیگری گرفته است.',
    en: 'The port {port} is taken by another program.',
  },
  portal_closed: {
    fa: 'صفحهٔ باشگاه این کسب‌وکار باز نیست.',
    en: 'The club page of this business is not open.',
  },
  portal_joining_closed: {
    fa: 'پیوستن به باشگاه از این صفحه ممکن نیست. از فروشگاه بپرسید.',
    en: 'Nobody can join the club on this page. Ask the shop.',
  },
  postgres_failed: {
    fa: 'PostgreSQL راه نیفتاد: {reason}',
    en: 'PostgreSQL did not start: {reason}',
  },
  price_out_of_range: {
    fa: 'این قیمت پذیرفتنی نیست.',
    en: 'This price cannot be taken.',
  },
  promise_day_far: {
    fa: 'این روز خیلی دور است؛ سال را بررسی کنید.',
    en: 'That day is too far away. Check the year.',
  },
  promise_over: {
    fa: 'سرانجام این قول پیش‌تر نوشته شده است.',
    en: 'What came of this promise has been said already.',
  },
  promise_unknown: {
    fa: 'چنین قولی نیست.',
    en: 'There is no such promise.',
  },
  promises_too_many: {
    fa: 'با این شخص {most} قول باز هست؛ نخست سرانجام آن‌ها را بنویسید.',
    en: 'There are {most} open promises with this person. Say first what came of them.',
  },
  proof_needed: {
    fa: 'برای خرج کردن، کد یک‌بارمصرف مشتری لازم است ({of}).',
    en: "Spending this needs the customer's one-time code ({of}).",
  },
  proof_of_another: {
    fa: 'این کد یک\u200cبارمصرف از آن شخص دیگری است.',
    en: 'This one-time code belongs to somebody else.',
  },
  publishing_under_way: {
    fa: 'نسخهٔ {version} دارد منتشر می‌شود؛ تا پایانش صبر کنید.',
    en: 'Version {version} is being published; wait until it is done.',
  },
  qualification_draft_unknown: {
    fa: 'پیش‌نویسی از تعریف سرنخ خوب نیست.',
    en: 'There is no draft of the definition of a good lead.',
  },
  qualification_trial_unknown: {
    fa: 'چنین آزمونی نیست.',
    en: 'There is no such trial.',
  },
  qualification_version_unknown: {
    fa: 'نسخهٔ {version} از تعریف سرنخ خوب نیست.',
    en: 'There is no version {version} of the definition of a good lead.',
  },
  quantity_not_positive: {
    fa: 'تعداد باید از صفر بیشتر باشد.',
    en: 'A quantity is more than nothing.',
  },
  quantity_too_fine: {
    fa: 'تعداد حداکثر سه رقم اعشار دارد.',
    en: 'A quantity has at most three decimals.',
  },
  quantity_too_large: {
    fa: 'این تعداد بیش از اندازه بزرگ است.',
    en: 'This quantity is too large.',
  },
  quotation_lines_too_many: {
    fa: 'پیش‌فاکتور حداکثر {most} سطر دارد.',
    en: 'A quotation has at most {most} lines.',
  },
  quotation_too_large: {
    fa: 'جمع پیش‌فاکتور بیش از اندازه بزرگ است.',
    en: 'The quotation comes to more than can be reckoned with.',
  },
  quote_committed: {
    fa: 'این قیمت به سفارش تبدیل شده است.',
    en: 'This quote has become an order already.',
  },
  quote_expired: {
    fa: 'زمان این قیمت گذشته است. دوباره قیمت بگیرید.',
    en: 'The time of this quote is over. Ask for a new one.',
  },
  quote_not_closed: {
    fa: 'در این سطر علامت نقل‌قول باز شده و بسته نشده است.',
    en: 'A quotation mark is opened in this row and never closed.',
  },
  quote_prices_changed: {
    fa: 'قیمت‌ها پس از این قیمت‌گیری عوض شده است. دوباره قیمت بگیرید.',
    en: 'Prices have changed since this quote. Ask for a new one.',
  },
  quote_released: {
    fa: 'این قیمت رها شده است. دوباره قیمت بگیرید.',
    en: 'This quote was let go. Ask for a new one.',
  },
  quote_unknown: {
    fa: 'قیمتی با شمارهٔ {id} نیست.',
    en: 'There is no quote with the number {id}.',
  },
  range_inverted: {
    fa: '«دست‌کم {atLeast}» از «حداکثر {atMost}» بیشتر است.',
    en: '"At least {atLeast}" is more than "at most {atMost}".',
  },
  range_reversed: {
    fa: 'کمترین مبلغ از بیشترین مبلغ بزرگ‌تر است.',
    en: 'The least amount is above the most.',
  },
  recommendation_ask_unknown: {
    fa: 'چنین درخواستی نیست.',
    en: 'There is no such request.',
  },
  recommendation_asked_lately: {
    fa: 'به‌تازگی از این شخص خواسته‌اید معرفی‌تان کند.',
    en: 'This person was asked lately.',
  },
  recommendation_complaint_open: {
    fa: 'این شخص شکایت باز دارد. اول آن را حل کنید؛ تا آن وقت از او معرفی نخواهید.',
    en: 'This person has an open complaint. Settle that first; until then do not ask for a recommendation.',
  },
  recommendation_not_content: {
    fa: 'هنوز نشانی از رضایت این شخص نیست.',
    en: 'Nothing shows yet that this person is content.',
  },
  recommendation_refused_before: {
    fa: 'این شخص گفته است معرفی نمی‌کند؛ دیگر از او نخواهید.',
    en: 'This person said no; do not ask again.',
  },
  recount_must_end: {
    fa: '«{ladder}» دارد با تنظیم‌های تازهٔ کسب‌وکار از نو شمرده می‌شود و باید به پایان برسد؛ وگرنه نیمی از آن با تنظیم‌های پیشین می‌ماند.',
    en: '"{ladder}" is being counted anew by the changed settings of the business and has to come to its end; half of it would stay by the old ones.',
  },
  redemption_at_till: {
    fa: 'این کد هنگام حساب کردن خرید به کار می\u200cرود.',
    en: 'This code is used where a basket is priced.',
  },
  redemption_code_unknown: {
    fa: 'این کد پاداش پیدا نشد.',
    en: 'There is no reward with this code.',
  },
  redemption_not_open: {
    fa: 'این پاداش پیش\u200cتر تحویل یا لغو شده است.',
    en: 'This reward was handed over or cancelled before.',
  },
  redemption_over: {
    fa: 'مهلت این کد پاداش تمام شده است.',
    en: 'This reward code has ended.',
  },
  redemption_unknown: {
    fa: 'این دریافت پاداش پیدا نشد.',
    en: 'There is no such redemption.',
  },
  redemption_used: {
    fa: 'کد این پاداش پیش\u200cتر به کار رفته است.',
    en: 'The code of this reward was used already.',
  },
  referral_code_revoked: {
    fa: 'این کد معرفی دیگر کار نمی‌کند؛ صاحبش کد تازه‌ای دارد.',
    en: 'This referral code no longer works; its holder has a newer one.',
  },
  referral_code_unknown: {
    fa: 'کد معرفی شناخته نیست.',
    en: 'There is no such referral code.',
  },
  referral_friend_disputed: {
    fa: 'معلوم نیست این دوست کدام شخص است. اول دربارهٔ این تکرار احتمالی تصمیم بگیرید.',
    en: 'It is not clear who this friend is. Decide the possible duplicate first.',
  },
  referral_friend_missing: {
    fa: 'بنویسید چه کسی معرفی شده است: موبایل، ایمیل یا شماره مشتری.',
    en: 'Say who was referred: a mobile, an e-mail or a customer number.',
  },
  referral_friend_not_new: {
    fa: 'این شخص پیش از این خرید کرده است و معرفی او حساب نمی‌شود.',
    en: 'This person has bought before, so referring them does not count.',
  },
  referral_friend_taken: {
    fa: 'این شخص را پیش از این کسی معرفی کرده است.',
    en: 'This person has been referred already.',
  },
  referral_not_allowed: {
    fa: 'صاحب این کد در حال حاضر نمی‌تواند دوستی معرفی کند.',
    en: 'The holder of this code may not refer friends at present.',
  },
  referral_not_in_review: {
    fa: 'این معرفی در انتظار بررسی نیست.',
    en: 'This referral is not waiting for review.',
  },
  referral_off: {
    fa: 'باشگاه در حال حاضر برای معرفی دوستان پاداشی ندارد.',
    en: 'The club gives nothing for bringing friends at present.',
  },
  referral_own: {
    fa: 'کسی نمی‌تواند خودش را معرفی کند.',
    en: 'Nobody can refer themselves.',
  },
  referral_refused_already: {
    fa: 'این معرفی پیش از این رد شده است.',
    en: 'This referral has been refused already.',
  },
  referral_step_empty: {
    fa: 'مرحلهٔ «{step}» به هیچ‌کس چیزی نمی‌دهد.',
    en: 'The step "{step}" gives nobody anything.',
  },
  referral_step_twice: {
    fa: 'دو مرحله کلید «{step}» دارند.',
    en: 'Two steps have the key "{step}".',
  },
  referral_unknown: {
    fa: 'چنین معرفی‌ای نیست.',
    en: 'There is no such referral.',
  },
  referral_wallet_twice: {
    fa: 'کیف «{wallet}» در یک جا دو بار آمده است.',
    en: 'The wallet "{wallet}" stands twice in one place.',
  },
  referral_wallet_unknown: {
    fa: 'باشگاه کیفی به نام «{wallet}» ندارد.',
    en: 'The club has no wallet "{wallet}".',
  },
  referrer_is_person: {
    fa: 'کسی نمی‌تواند خودش را معرفی کرده باشد.',
    en: 'Nobody can have recommended us to themselves.',
  },
  refusal_reason_unknown: {
    fa: 'دلیل «{reason}» در فهرست دلیل‌های توافق‌شده نیست.',
    en: 'The reason “{reason}” is not among those agreed on.',
  },
  relation_stated_already: {
    fa: 'این نسبت پیش‌تر ثبت شده است.',
    en: 'This relation has been stated already.',
  },
  relation_unknown: {
    fa: 'چنین نسبتی نیست؛ شاید پایان یافته باشد.',
    en: 'There is no such relation; it may have ended.',
  },
  relation_with_itself: {
    fa: 'هیچ‌کس با خودش نسبتی ندارد. شخص دیگری را برگزینید.',
    en: 'Nobody is related to themselves. Choose another person.',
  },
  request_unreadable: {
    fa: 'درخواست خوانا نیست.',
    en: 'The request cannot be read.',
  },
  return_lines_differ: {
    fa: 'برای هر یک از {lines} ردیف سفارش باید گفته شود چند عدد برمی‌گردد.',
    en: 'Say for each of the {lines} lines of the order how many pieces come back.',
  },
  return_nothing: {
    fa: 'چیزی برای برگشت نمانده یا خواسته نشده است.',
    en: 'Nothing is left to come back, or nothing was asked for.',
  },
  return_too_many: {
    fa: 'از ردیف {line} فقط {left} عدد می‌تواند برگردد، نه {back}.',
    en: 'Of line {line} only {left} pieces can come back, not {back}.',
  },
  returns_too_many: {
    fa: 'یک سفارش بیش از {most} بار برگشت نمی‌خورد؛ بقیه را یک‌جا برگردانید.',
    en: 'An order does not come back in more than {most} parts: take back the rest at once.',
  },
  reward_early: {
    fa: 'نوبت این پاداش هنوز نرسیده است.',
    en: 'This reward has not begun yet.',
  },
  reward_in_basket_only: {
    fa: 'این پاداش هنگام حساب کردن خرید گرفته می\u200cشود.',
    en: 'This reward is given while a basket is priced.',
  },
  reward_inactive: {
    fa: 'این پاداش اکنون عرضه نمی\u200cشود.',
    en: 'This reward is not on offer now.',
  },
  reward_key_fixed: {
    fa: 'شناسهٔ پاداش تغییر نمی\u200cکند.',
    en: 'The key of a reward never changes.',
  },
  reward_key_taken: {
    fa: 'پاداشی با شناسهٔ «{key}» هست.',
    en: 'There is a reward with the key "{key}" already.',
  },
  reward_limit_reached: {
    fa: 'این شخص سهم خود را از این پاداش گرفته است.',
    en: 'This person has had their share of this reward.',
  },
  reward_needs_person: {
    fa: 'برای پاداش باید خریدار شناخته شده باشد.',
    en: 'A reward needs to be known whose it is.',
  },
  reward_not_for_them: {
    fa: 'این پاداش برای این شخص نیست.',
    en: 'This reward is not for this person.',
  },
  reward_not_in_basket: {
    fa: 'این پاداش با خرید گرفته نمی\u200cشود؛ کد آن جداگانه داده می\u200cشود.',
    en: 'This reward is not taken with a basket; it is redeemed for a code.',
  },
  reward_offer_closed: {
    fa: 'این پاداش اکنون گرفتنی نیست: پیشنهادی که کدش می\u200cآورد برقرار نیست.',
    en: 'This reward cannot be had now: the offer that its code brings is not open.',
  },
  reward_out_of_stock: {
    fa: 'از این پاداش چیزی نمانده است.',
    en: 'There is none left of this reward.',
  },
  reward_over: {
    fa: 'مهلت این پاداش تمام شده است.',
    en: 'This reward has ended.',
  },
  reward_units_wrong: {
    fa: 'باید بین {least} و {most} خرج شود، مضربی از {step}.',
    en: 'Between {least} and {most} can be spent, in multiples of {step}.',
  },
  reward_unknown: {
    fa: 'این پاداش پیدا نشد.',
    en: 'There is no such reward.',
  },
  rewards_too_many: {
    fa: 'حداکثر {most} پاداش می\u200cشود داشت.',
    en: 'There can be at most {most} rewards.',
  },
  role_above_own: {
    fa: 'این نقش بیش از اختیار شماست.',
    en: 'This role may do more than you may.',
  },
  role_unknown: {
    fa: 'نقش «{role}» نیست.',
    en: 'There is no role "{role}".',
  },
  roles_too_many: {
    fa: 'برای یک خریدار بیش از {most} نقش نوشته نمی‌شود.',
    en: 'No more than {most} parts can be written for one customer.',
  },
  route_unknown: {
    fa: 'چنین نشانی‌ای نیست.',
    en: 'There is no such address.',
  },
  row_too_long: {
    fa: 'این سطر بیش از اندازه بلند است.',
    en: 'This row is longer than can be right.',
  },
  row_width: {
    fa: 'این سطر {cells} خانه دارد و فایل {columns} ستون.',
    en: 'This row has {cells} cells and the file {columns} columns.',
  },
  rule_group_unknown: {
    fa: 'گروهی به نام «{group}» در باشگاه نیست.',
    en: 'The club has no group of rules called "{group}".',
  },
  rule_key_repeated: {
    fa: 'کلید «{key}» دو بار آمده است.',
    en: 'The key “{key}” stands twice.',
  },
  run_not_running: {
    fa: 'این محاسبه در جریان نیست.',
    en: 'This run is not under way.',
  },
  run_replaced: {
    fa: 'از آن هنگام محاسبهٔ تازه‌ای جای این فهرست را گرفته است؛ از صفحهٔ نخست آغاز کنید.',
    en: 'A newer run has taken the place of this list; begin with the first page.',
  },
  run_stopped: {
    fa: 'محاسبه پیش از پایان متوقف شد؛ آنچه پیش از آن خوانده می‌شد به‌جا ماند.',
    en: 'The run was stopped before its end; what was read before stays as it is.',
  },
  run_tells_less: {
    fa: 'محاسبه‌ای که خوانده می‌شود هنوز نمی‌گوید چه کسانی؛ محاسبهٔ بعدی می‌گوید.',
    en: 'The run that is read does not tell yet who they are; the next one will.',
  },
  run_unknown: {
    fa: 'چنین محاسبه‌ای نیست.',
    en: 'There is no such run.',
  },
  rung_never_stood_on: {
    fa: 'هیچ‌کس روی پلهٔ «{lower}» نمی‌ایستد؛ هر که شرط آن را دارد به «{upper}» هم می‌رسد.',
    en: 'Nobody could ever stand on "{lower}": whoever meets it reaches "{upper}" as well.',
  },
  rung_unknown: {
    fa: 'این نردبان پله‌ای به نام «{rung}» ندارد.',
    en: 'This ladder has no rung called "{rung}".',
  },
  rung_without_enter: {
    fa: 'پلهٔ «{rung}» شرط ورود ندارد؛ فقط پلهٔ اول می‌تواند بی‌شرط باشد.',
    en: 'The rung "{rung}" has no condition to enter; only the bottom rung may have none.',
  },
  rungs_identical: {
    fa: 'شرط ورود «{lower}» و «{upper}» یکی است؛ هیچ‌کس روی «{lower}» نمی‌ایستد.',
    en: '"{lower}" and "{upper}" ask for the same, so nobody could ever stand on "{lower}".',
  },
  scope_above_own: {
    fa: 'خودتان اجازهٔ {scope} را ندارید و نمی‌توانید آن را به کلید بدهید.',
    en: 'You may not do {scope} yourself, so you cannot give it to a key.',
  },
  scope_missing: {
    fa: 'اجازهٔ این کار ({scope}) را ندارید.',
    en: 'You may not do this: it needs {scope}.',
  },
  scope_unknown: {
    fa: 'اجازه‌ای به نام «{scope}» نیست.',
    en: 'There is no scope "{scope}".',
  },
  scopes_missing: {
    fa: 'دست‌کم یک اجازه لازم است.',
    en: 'At least one scope is needed.',
  },
  second_factor_already: {
    fa: 'ورود دومرحله‌ای روشن است.',
    en: 'Two-step sign-in is on already.',
  },
  second_factor_off: {
    fa: 'ورود دومرحله‌ای روشن نیست.',
    en: 'Two-step sign-in is not on.',
  },
  segment_being_computed: {
    fa: 'این گروه هنوز برای نخستین بار حساب نشده است؛ کمی بعد دوباره امتحان کنید.',
    en: 'This segment has not been computed yet; try again in a moment.',
  },
  segment_name_taken: {
    fa: 'گروهی با نام «{name}» هست.',
    en: 'There is a segment called "{name}" already.',
  },
  segment_unknown: {
    fa: 'چنین گروهی نیست.',
    en: 'There is no such segment.',
  },
  session_unknown: {
    fa: 'این نشست دیگر نیست.',
    en: 'There is no such session any more.',
  },
  setup_token_wrong: {
    fa: 'این کد راه‌اندازی درست نیست یا دیگر به کار نمی‌آید. کد تازه را در خروجی برنامه ببینید.',
    en: 'This setup code is not right, or no longer. See what the program printed when it started.',
  },
  share_needs_money: {
    fa: 'درصد فقط در کیف پولی معنا دارد.',
    en: 'A share only makes sense in a wallet of money.',
  },
  sheet_column_twice: {
    fa: 'دو ستون «{column}» است.',
    en: 'Two columns are "{column}".',
  },
  sheet_too_long: {
    fa: 'فهرست بیش از {most} سطر دارد.',
    en: 'The list has more than {most} lines.',
  },
  sheet_unreadable: {
    fa: 'این فایل فهرستی خواندنی نیست؛ CSV بفرستید.',
    en: 'The file is no readable list. Send a CSV.',
  },
  sheet_without_contact: {
    fa: 'هیچ ستونی موبایل یا ایمیل نیست.',
    en: 'No column is a mobile or an e-mail.',
  },
  sign_in_failed: {
    fa: 'ایمیل یا گذرواژه درست نیست.',
    en: 'The e-mail address or the password is not right.',
  },
  sign_in_locked: {
    fa: 'پس از چند تلاش نادرست، تا {minutes} دقیقهٔ دیگر نمی‌توان وارد شد.',
    en: 'After several wrong attempts, sign-in is closed for another {minutes} min.',
  },
  sign_in_needed: {
    fa: 'نخست وارد شوید یا کلید بفرستید.',
    en: 'Sign in first, or send a key.',
  },
  sign_in_over: {
    fa: 'زمان وارد کردن کد گذشت. دوباره با گذرواژه آغاز کنید.',
    en: 'The time for the code is over. Begin again with the password.',
  },
  site_invalid: {
    fa: '«{site}» نشانی سایت نیست.',
    en: '"{site}" is not the address of a site.',
  },
  slip_differs: {
    fa: 'برگهٔ دیگری از این صندوق با همین شماره رسیده است.',
    en: 'Another slip of this till has come under the same number.',
  },
  slip_not_waiting: {
    fa: 'این برگه در انتظار بررسی نیست.',
    en: 'This slip does not wait for review.',
  },
  slip_signature_wrong: {
    fa: 'امضای این برگه درست نیست.',
    en: 'The signature of this slip is not right.',
  },
  slip_time_wrong: {
    fa: 'زمان برگه ({at}) پذیرفتنی نیست.',
    en: 'The time of the slip ({at}) cannot be right.',
  },
  slip_unknown: {
    fa: 'چنین برگه‌ای نیست.',
    en: 'There is no such slip.',
  },
  slip_unreadable: {
    fa: 'متن برگه خوانده نشد.',
    en: 'The text of the slip cannot be read.',
  },
  slug_invalid: {
    fa: 'نشانی کوتاه تنها حرف کوچک لاتین، رقم و خط تیرهٔ میانی دارد، تا ۶۳ نویسه.',
    en: 'A slug has small Latin letters, digits and single dashes between them, up to 63 characters.',
  },
  slug_taken: {
    fa: 'کسب‌وکار دیگری نشانی «{slug}» را دارد.',
    en: 'Another business has the slug "{slug}".',
  },
  sms_not_agreed: {
    fa: 'این شخص نپذیرفته است که با پیامک از او نظر بخواهند.',
    en: 'This person has not agreed to be asked by text message what they think.',
  },
  sms_not_set_up: {
    fa: 'فرستادن پیامک هنوز راه‌اندازی نشده است.',
    en: 'Text messages are not set up yet.',
  },
  sms_refused: {
    fa: 'پیامک فرستاده نشد ({reason}).',
    en: 'The text message was not sent ({reason}).',
  },
  sms_too_long: {
    fa: 'پیامک {parts} بخش می‌شود؛ بیشترین {most} بخش است.',
    en: 'The text message takes {parts} parts; the most is {most}.',
  },
  socket_folder_taken: {
    fa: 'پوشهٔ {folder} از آن کاربر دیگری است یا برای دیگران باز است. آن را بردارید یا NARDEBAN_DATA را کوتاه‌تر کنید.',
    en: 'The folder {folder} belongs to another user or is open to others. Remove it, or choose a shorter NARDEBAN_DATA.',
  },
  source_invalid: {
    fa: 'نام منبع باید ۱ تا {most} نویسه باشد.',
    en: 'The name of the source must have 1 to {most} characters.',
  },
  spend_unknown: {
    fa: 'چنین خرجی ثبت نشده است.',
    en: 'No such spending was posted.',
  },
  split_methods_mixed: {
    fa: 'مبلغ‌هایی که به دو روش تقسیم شده‌اند با هم جمع نمی‌شوند.',
    en: 'Amounts that were divided in two ways are not added up.',
  },
  staff_only: {
    fa: 'این کار را تنها همکاری که وارد شده انجام می‌دهد، نه کلید.',
    en: 'Only a member of staff who signed in can do this, not a key.',
  },
  staff_unknown: {
    fa: 'چنین همکاری در این کسب‌وکار نیست.',
    en: 'There is no such member of staff in this business.',
  },
  status_unknown: {
    fa: 'معنای وضعیت «{text}» معلوم نیست؛ در تعریف ستون‌ها بگویید.',
    en: 'What the status "{text}" means is not known; say so in the mapping.',
  },
  stay_above_enter: {
    fa: 'برای ماندن نمی‌شود بیش از ورود ({enter}) خواست.',
    en: 'Staying cannot ask for more than entering does ({enter}).',
  },
  stay_contradicts_enter: {
    fa: 'شرط ماندن روی پلهٔ «{rung}» با شرط ورود آن جمع نمی‌شود.',
    en: 'What it takes to stay on "{rung}" contradicts what it takes to enter.',
  },
  step_after_sale: {
    fa: 'معامله از گامی پس از فروش آغاز نمی‌شود.',
    en: 'A deal does not begin on a step after the sale.',
  },
  step_crosses_sale: {
    fa: '{deals} معامله روی گام {step} است؛ این گام نمی‌تواند به آن سوی فروش برود.',
    en: '{deals} deals stand on the step {step}; it cannot go to the other side of the sale.',
  },
  step_deals_go_nowhere: {
    fa: '{deals} معامله روی گام «{step}» است. بگویید به کدام گام بروند.',
    en: '{deals} deals stand on the step “{step}”. Say which step they go to.',
  },
  step_key_retired: {
    fa: 'شناسهٔ {key} از آن گامی است که برداشته شده؛ شناسهٔ دیگری بدهید.',
    en: 'The key {key} belonged to a step that was taken away; give another one.',
  },
  step_target_wrong: {
    fa: 'معامله‌های گام «{step}» نمی‌توانند به آن گام بروند.',
    en: 'The deals of the step “{step}” cannot go to that step.',
  },
  step_unknown: {
    fa: 'گامی به نام {step} نیست.',
    en: 'There is no step called {step}.',
  },
  steps_need_grace: {
    fa: 'پایین آمدنِ پله‌پله مهلت می‌خواهد.',
    en: 'Going down step by step needs a grace period.',
  },
  steps_not_rising: {
    fa: 'هر گام باید از بیش از گام پیشین ({before}) آغاز شود.',
    en: 'Each step must begin above the one before ({before}).',
  },
  stop_twice: {
    fa: 'یکی از نشانه‌های پایان دو بار آمده است.',
    en: 'One of the things that end the series is there twice.',
  },
  stopped: {
    fa: 'کار پیش از پایان متوقف شد.',
    en: 'It was stopped before the end.',
  },
  submission_not_waiting: {
    fa: 'این دیگر منتظر نیست.',
    en: 'This one waits no more.',
  },
  submission_unknown: {
    fa: 'چنین چیزی فرستاده نشده است.',
    en: 'Nothing like that was sent in.',
  },
  tag_both_ways: {
    fa: 'برچسب «{tag}» را هم گذاشته‌اید و هم برداشته‌اید.',
    en: 'The tag "{tag}" is both added and removed.',
  },
  tags_missing: {
    fa: 'برچسبی برای گذاشتن یا برداشتن نیست.',
    en: 'There is no tag to add or to remove.',
  },
  take_back_exceeds_earned: {
    fa: 'بیش از آنچه داده شده پس گرفته نمی‌شود؛ {left} مانده است.',
    en: 'No more can be taken back than was earned; {left} is left.',
  },
  talk_in_future: {
    fa: 'این گفت‌وگو هنوز نشده است؛ تاریخ و ساعت آن را بررسی کنید.',
    en: 'This conversation has not taken place yet. Check its date and time.',
  },
  talk_says_nothing: {
    fa: 'از این گفت‌وگو چیزی نوشته نشده است؛ خلاصه‌ای بنویسید یا یکی از گفته‌ها را.',
    en: 'Nothing of this conversation is written. Write a summary, or one thing that was said.',
  },
  tax_above_price: {
    fa: 'مالیات ({tax}) از قیمت ردیف ({price}) بیشتر است.',
    en: 'The tax ({tax}) is more than the price of the line ({price}).',
  },
  testimonial_empty: {
    fa: 'چیزی نوشته نشده است.',
    en: 'Nothing was written.',
  },
  testimonial_link_unknown: {
    fa: 'این پیوند کار نمی‌کند.',
    en: 'This link does not work.',
  },
  testimonial_name_missing: {
    fa: 'برای انتشار، نامی که نشان داده شود را بنویسید.',
    en: 'To have it shown, write the name to show.',
  },
  testimonial_not_given: {
    fa: 'هنوز چیزی نوشته نشده یا پس گرفته شده است.',
    en: 'Nothing has been written yet, or it was taken back.',
  },
  testimonial_not_permitted: {
    fa: 'نویسنده اجازهٔ انتشار نداده است.',
    en: 'Its author did not let it be published.',
  },
  testimonial_too_long: {
    fa: 'متن بیش از {most} نویسه است؛ کوتاه‌ترش کنید.',
    en: 'The text has more than {most} characters; shorten it.',
  },
  testimonial_unknown: {
    fa: 'چنین نوشته‌ای نیست.',
    en: 'There is no such testimonial.',
  },
  text_expected: {
    fa: '«{field}» باید متن باشد.',
    en: '"{field}" must be a text.',
  },
  text_too_long: {
    fa: 'متن «{field}» بیش از اندازه بلند است.',
    en: 'The text "{field}" is too long.',
  },
  text_unreadable: {
    fa: 'در متن نویسه‌ای هست که خواندنی یا نگه‌داشتنی نیست.',
    en: 'The text holds characters that cannot be read or kept.',
  },
  threshold_unreachable: {
    fa: 'با این قاعده‌ها بیش از {most} امتیاز جمع نمی‌شود؛ هیچ‌کس به این حد نمی‌رسد.',
    en: 'These rules add up to {most} at most; nobody could reach this.',
  },
  till_clock_wrong: {
    fa: 'ساعت صندوق ({at}) با ساعت ما ({now}) نمی‌خواند.',
    en: 'The clock of the till ({at}) does not agree with ours ({now}).',
  },
  till_revoked: {
    fa: 'این صندوق باطل شده است.',
    en: 'This till was revoked.',
  },
  till_unknown: {
    fa: 'صندوقی با شمارهٔ {id} نیست.',
    en: 'There is no till with the number {id}.',
  },
  tills_too_many: {
    fa: 'بیش از {most} صندوق نمی‌توان داشت.',
    en: 'There can be no more than {most} tills.',
  },
  time_does_not_exist: {
    fa: 'ساعت «{text}» درست نیست.',
    en: 'The time of "{text}" does not exist.',
  },
  title_missing: {
    fa: 'عنوان خالی است.',
    en: 'The title is empty.',
  },
  too_many_choices: {
    fa: 'گزینه‌ها بیش از {most} تا هستند.',
    en: 'There are more than {most} choices.',
  },
  too_many_cost_lines: {
    fa: 'بیش از {most} سطر را یکجا نمی‌خوانیم.',
    en: 'No more than {most} lines are read at a time.',
  },
  too_many_costs: {
    fa: 'بیش از {most} هزینه در این زمان هست؛ زمان کوتاه‌تری بپرسید.',
    en: 'There are more than {most} costs in that time; ask for a shorter one.',
  },
  too_many_experiments: {
    fa: 'بیش از {most} آزمایش نمی‌شود داشت.',
    en: 'There can be no more than {most} experiments.',
  },
  too_many_fields: {
    fa: 'بیش از {most} فیلد آمده است.',
    en: 'There are more than {most} fields.',
  },
  too_many_hooks: {
    fa: 'یک کسب‌وکار تا {most} وب‌هوک دارد. یکی را بردارید و دوباره امتحان کنید.',
    en: 'A business has up to {most} webhooks. Remove one and try again.',
  },
  too_many_requests: {
    fa: 'درخواست‌ها بیش از اندازه‌اند؛ کمی بعد دوباره بفرستید.',
    en: 'There are too many requests; send it again in a moment.',
  },
  too_many_segments: {
    fa: 'بیش از {most} گروه نمی‌شود نگه داشت.',
    en: 'No more than {most} segments can be kept.',
  },
  too_many_traits: {
    fa: 'بیش از {most} ویژگی را نمی‌توان تعریف کرد.',
    en: 'No more than {most} traits can be declared.',
  },
  touches_out_of_order: {
    fa: 'نوبت‌های زنجیره به ترتیب زمان نیستند.',
    en: 'The touches are not in the order of their times.',
  },
  trait_name_invalid: {
    fa: 'این نام برای ویژگی به کار نمی‌رود.',
    en: 'A trait cannot have this name.',
  },
  trait_not_declared: {
    fa: 'ویژگی «{trait}» تعریف نشده است، و این کسب‌وکار تنها ویژگی‌های تعریف‌شده را می‌پذیرد.',
    en: 'The trait "{trait}" has not been declared, and this business takes only declared ones.',
  },
  trait_not_editable: {
    fa: 'این ویژگی را این‌جا نمی‌توان تغییر داد.',
    en: 'This trait cannot be changed here.',
  },
  trait_unknown: {
    fa: 'چنین ویژگی‌ای تعریف نشده است.',
    en: 'No such trait has been declared.',
  },
  transfer_to_oneself: {
    fa: 'دو سوی جابه‌جایی یک شخص‌اند.',
    en: 'Both sides of the transfer are one and the same.',
  },
  trial_dates_inverted: {
    fa: 'پایان بازه باید پس از آغازش باشد.',
    en: 'The end of the time must be after its beginning.',
  },
  try_again: {
    fa: 'اکنون انجام نشد؛ دوباره بفرستید.',
    en: 'It could not be done just now; send it again.',
  },
  unit_invalid: {
    fa: 'این واحد با پول {currency} نمی‌خواند: ریال و تومان تنها برای IRR است.',
    en: 'This unit does not go with {currency}: rial and toman belong to IRR alone.',
  },
  unit_needs_rial: {
    fa: 'واحد {unit} برای ریال ایران است.',
    en: 'The unit {unit} belongs to the Iranian rial.',
  },
  units_insufficient: {
    fa: 'موجودی «{wallet}» کافی نیست: {available} مانده و {missing} کم است.',
    en: 'The wallet "{wallet}" does not hold enough: {available} is there, {missing} is missing.',
  },
  units_of_several_wallets: {
    fa: 'امتیاز چند کیف با هم جمع نمی‌شود؛ سقف را به پول بنویسید.',
    en: 'Units of several wallets cannot be added up; state the bound in money.',
  },
  units_or_share: {
    fa: 'یا مقدار بنویسید یا درصد، نه هر دو و نه هیچ‌کدام.',
    en: 'State either units or a share, not both and not neither.',
  },
  unknown_fact_type: {
    fa: 'رویدادی به نام «{type}» نداریم.',
    en: 'There is no fact type called "{type}".',
  },
  unknown_field: {
    fa: 'رویداد «{type}» فیلدی به نام «{field}» ندارد.',
    en: 'Facts of type "{type}" have no field called "{field}".',
  },
  until_invalid: {
    fa: 'نگه داشتن قیمت باید از اکنون باشد و بیش از یک روز نباشد.',
    en: 'A quote is held from now on, for a day at most.',
  },
  url_too_long: {
    fa: 'نشانی بیش از اندازه بلند است.',
    en: 'The address is too long.',
  },
  validity_past: {
    fa: 'تاریخ اعتبار گذشته است ({day}).',
    en: 'It would have ended already ({day}).',
  },
  validity_reversed: {
    fa: 'پایان اعتبار باید پس از آغازش باشد.',
    en: 'It has to end after it begins.',
  },
  version_in_force: {
    fa: 'نسخهٔ {version} همین حالا برقرار است.',
    en: 'Version {version} is the one in force.',
  },
  version_unknown: {
    fa: 'نسخهٔ {version} را نداریم.',
    en: 'There is no version {version}.',
  },
  versions_too_many: {
    fa: 'این سند {most} نسخه دارد؛ سند تازه‌ای بسازید.',
    en: 'This has {most} versions: make a new one.',
  },
  voucher_disabled: {
    fa: 'این کد تخفیف غیرفعال است.',
    en: 'This voucher code is switched off.',
  },
  voucher_early: {
    fa: 'نوبت این کد تخفیف هنوز نرسیده است.',
    en: 'This voucher code has not begun yet.',
  },
  voucher_held: {
    fa: 'این کد تخفیف در سفارشی باز نگه داشته شده است.',
    en: 'An open basket keeps this voucher code aside.',
  },
  voucher_needs_person: {
    fa: 'برای این کد تخفیف باید خریدار شناخته شده باشد.',
    en: 'This voucher code needs to be known who uses it.',
  },
  voucher_of_another: {
    fa: 'این کد تخفیف از آن شخص دیگری است.',
    en: 'This voucher code belongs to somebody else.',
  },
  voucher_over: {
    fa: 'مهلت این کد تخفیف تمام شده است.',
    en: 'This voucher code has ended.',
  },
  voucher_unknown: {
    fa: 'این کد تخفیف پیدا نشد.',
    en: 'There is no such voucher code.',
  },
  voucher_used: {
    fa: 'این کد تخفیف پیش\u200cتر به کار رفته است.',
    en: 'This voucher code was used already.',
  },
  wallet_key_reserved: {
    fa: 'کلید «{wallet}» برای کیف دیگری نگه داشته شده است.',
    en: 'The key "{wallet}" is kept for a wallet of the program itself.',
  },
  wallet_unknown: {
    fa: 'کیفی به نام «{wallet}» در باشگاه نیست.',
    en: 'The club has no wallet called "{wallet}".',
  },
  wallet_worth_nothing: {
    fa: 'کیفی که ارزشی ندارد پای صندوق خرج نمی‌شود.',
    en: 'A wallet that is worth nothing cannot be spent at the till.',
  },
  web_not_built: {
    fa: 'صفحه‌های برنامه هنوز ساخته نشده‌اند: npm run build:web',
    en: 'The pages of the program have not been built yet: npm run build:web',
  },
  week_without_hours: {
    fa: 'هیچ روزی ساعت کار ندارد؛ دست‌کم یک بازه بنویسید.',
    en: 'No day has working hours; state at least one stretch.',
  },
  weekend_invalid: {
    fa: 'روزهای تعطیل درست نیست: دست‌کم یک روز کاری لازم است.',
    en: 'These days off are not right: at least one day must be a working day.',
  },
  who_named_twice: {
    fa: 'مشتری را فقط به یک راه نام ببرید: شماره، شناسه یا کد.',
    en: 'Name the customer in one way only: number, identifier or code.',
  },
  whole_number_expected: {
    fa: 'این‌جا یک عدد درست و نامنفی لازم است.',
    en: 'A whole number, not below zero, is needed here.',
  },
  zone_unknown: {
    fa: 'این منطقهٔ زمانی شناخته نیست؛ نمونه: Asia/Tehran.',
    en: 'The time zone is unknown; for example Asia/Tehran.',
  },
};

/**
 * The sentence of a refusal. In Persian its numbers have Persian digits, and texts are isolated (U+2068 … U+2069),
 * so that a date or a phone number is not reordered. A code without a sentence is shown as it is.
 */
export function sayRefusal(refusal: Refusal, language: Language): string {
  const sentence = refusalSentences[refusal.code];
  if (sentence === undefined) return refusal.code;
  return sentence[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = refusal.detail?.[name];
    if (value === undefined) return placeholder;
    if (language === 'en') return String(value);
    return typeof value === 'number' ? toPersianDigits(String(value)) : `\u2068${value}\u2069`;
  });
}
