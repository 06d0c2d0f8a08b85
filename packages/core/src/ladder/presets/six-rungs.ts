import type { Ladder } from '../ladder.ts';
import { everContacted, keptOrders, praised, recentInterest } from './signs.ts';

/**
 * From not engaged to advocate in six rungs: the ladder a new business starts with. A customer keeps the rung for a
 * year after the last purchase and thirty days more, so that whoever buys once a year, before Nowruz, is not dropped
 * for coming a week later; those thirty days are also the time to win them back. docs/reference/presets.md explains
 * every number.
 */
export const sixRungLadder: Ladder = {
  kind: 'ladder',
  key: 'loyalty',
  name: { fa: 'نردبان وفاداری شش‌پله', en: 'Loyalty ladder of six rungs' },
  rungs: [
    {
      key: 'suspect',
      name: { fa: 'مخاطب بالقوه', en: 'Suspect' },
      meaning: {
        who: {
          fa: 'به مشتریان ما می‌ماند، ولی هنوز سراغمان نیامده است.',
          en: 'Looks like our customers, but has not come to us yet.',
        },
        feels: {
          fa: 'ما را نمی‌شناسد یا فقط نامی شنیده؛ چیزی از ما نمی‌خواهد.',
          en: 'Does not know us, or only the name; wants nothing from us.',
        },
        helps: {
          fa: 'جلوی چشم باشید، در جایی که او هست؛ بگویید به چه دردش می‌خورید و قدم اول را آسان کنید.',
          en: 'Be seen where they are, say plainly what you can do for them, and make the first step easy.',
        },
      },
    },
    {
      key: 'lead',
      name: { fa: 'سرنخ', en: 'Lead' },
      meaning: {
        who: {
          fa: 'نشانی از علاقه داده: سری زده، صفحه‌ای دیده، عضو خبرنامه شده یا پیامی فرستاده است.',
          en: 'Gave a sign of interest: came by, looked at a page, joined the newsletter or wrote to us.',
        },
        feels: {
          fa: 'کنجکاو است، نه مصمم؛ هنوز به خرید فکر نمی‌کند و از فشار فراری است.',
          en: 'Curious, not decided; is not thinking of buying yet and shrinks from pressure.',
        },
        helps: {
          fa: 'مثل یک مشاور پیش بروید: زود جواب بدهید، بپرسید چه لازم دارد و چیز به‌دردبخوری یادش بدهید.',
          en: 'Come as an adviser: answer soon, ask what they need, and teach them something useful.',
        },
      },
      enter: everContacted,
    },
    {
      key: 'prospect',
      name: { fa: 'مشتری احتمالی', en: 'Prospect' },
      meaning: {
        who: {
          fa: 'همین روزها دارد می‌سنجد و مقایسه می‌کند: قیمت پرسیده، سبد چیده یا چند بار برگشته است.',
          en: 'Is weighing and comparing right now: asked a price, filled a basket, or came back several times.',
        },
        feels: {
          fa: 'می‌خواهد، ولی دودل است؛ می‌ترسد پولش هدر برود یا بهترش جای دیگری باشد.',
          en: 'Wants it but hesitates; fears wasting money or missing something better elsewhere.',
        },
        helps: {
          fa: 'ترس‌هایش را پیش از آن‌که بپرسد جواب بدهید، تجربهٔ خریداران دیگر را نشان دهید و ضمانت بگذارید.',
          en: 'Answer the doubts before they are spoken, show what other buyers say, and give a guarantee.',
        },
      },
      enter: recentInterest,
    },
    {
      key: 'first-time-customer',
      name: { fa: 'مشتری اولین‌بار', en: 'First-time customer' },
      meaning: {
        who: {
          fa: 'به ما اعتماد کرده و برای اولین بار پول داده است.',
          en: 'Trusted us and paid for the first time.',
        },
        feels: {
          fa: 'دارد قضاوت می‌کند که کار درستی کرده یا نه؛ هنوز رقیب‌ها را کنار نگذاشته است.',
          en: 'Is judging whether it was the right choice; has not ruled the competitors out.',
        },
        helps: {
          fa: 'تشکر کنید، مطمئن شوید راضی است، گره را پیش از شکایت باز کنید و خریدِ بعدیِ مناسب را پیشنهاد دهید.',
          en: 'Thank them, make sure they are content, solve the problem before the complaint, and suggest what fits next.',
        },
      },
      enter: keptOrders(1, 12),
      grace: { days: 30 },
    },
    {
      key: 'repeat-customer',
      name: { fa: 'مشتری مکرر', en: 'Repeat customer' },
      meaning: {
        who: {
          fa: 'برگشته و دوباره خریده؛ ما را به خوبی می‌شناسد.',
          en: 'Came back and bought again; knows us well.',
        },
        feels: {
          fa: 'خیالش از ما راحت است و پیشنهادهای تازه را با روی باز می‌شنود.',
          en: 'Feels safe with us and hears new offers gladly.',
        },
        helps: {
          fa: 'قدرشان را بدانید، نه فقط با تخفیف؛ چیزی که به خریدهای قبلی می‌آید پیشنهاد دهید و نظرشان را بپرسید.',
          en: 'Show appreciation, not only by discounts; offer what goes with their purchases and ask what they think.',
        },
      },
      enter: keptOrders(2, 12),
      stay: { all: [keptOrders(2), keptOrders(1, 12)] },
      grace: { days: 30 },
    },
    {
      key: 'advocate',
      name: { fa: 'حامی برند', en: 'Advocate' },
      meaning: {
        who: {
          fa: 'خودش مرتب می‌خرد و دیگران را هم می‌آورد؛ از ما تعریف می‌کند.',
          en: 'Buys steadily and brings others; speaks well of us.',
        },
        feels: {
          fa: 'ما را از خودش می‌داند و به انتخابش افتخار می‌کند.',
          en: 'Counts us as their own and is proud of the choice.',
        },
        helps: {
          fa: 'از معرفی‌هایش خبر بدهید و تشکر کنید، زودتر از همه خبرش کنید و در تصمیم‌ها نظرش را بخواهید.',
          en: 'Tell them what became of their referrals and thank them, let them know first, and ask their advice.',
        },
      },
      enter: { all: [keptOrders(2, 12), praised(12)] },
      stay: { all: [keptOrders(2), keptOrders(1, 12), praised(24)] },
      grace: { days: 90 },
    },
  ],
};
