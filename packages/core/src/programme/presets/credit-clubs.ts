import { creditWallet, TOMAN, type ClubPreset } from './preset.ts';

/** Clubs that give credit in money. */

const companyInvoices = { not: { measure: 'tag', tag: 'company' } } as const;

export const yearlyGift: ClubPreset = {
  key: 'yearly-gift',
  title: { fa: 'هدیهٔ نقدی چهار سطح', en: 'Cash gift on four levels' },
  description: {
    fa: 'خرید سالانه سطح را می‌سازد و هر خرید ۷، ۱۵، ۲۰ یا ۲۵ درصد اعتبار می‌دهد؛ بیست‌وپنج روز پس از خرید و تا سقف سالانه. فاکتور شرکت‌ها حساب نیست.',
    en: 'Yearly spending makes the level, and each order gives 7, 15, 20 or 25 % as credit: twenty-five days later, up to a yearly cap. Invoices of companies do not count.',
  },
  costs: {
    fa: 'از هر صد تومان خرید، هفت تا بیست‌وپنج تومان پس می‌دهید. فقط برای کالایی با سود بالا.',
    en: 'Of every hundred tomans sold you give back seven to twenty-five. Only for goods with a high margin.',
  },
  programme: {
    name: { fa: 'باشگاه هدیهٔ سالانه', en: 'Yearly gift club' },
    membership: 'everybody',
    wallets: [creditWallet({ vesting: 25, expiry: { kind: 'after', unit: 'month', count: 12 } })],
    levels: {
      name: { fa: 'سطح خرید سال', en: 'Level of the year' },
      by: 'amount',
      span: { kind: 'calendar', unit: 'year', keeps: 1 },
      down: 'reached',
      levels: [
        { key: 'one', name: { fa: 'سطح یک', en: 'Level one' }, from: 0 },
        { key: 'two', name: { fa: 'سطح دو', en: 'Level two' }, from: 50_000_000 * TOMAN },
        { key: 'three', name: { fa: 'سطح سه', en: 'Level three' }, from: 150_000_000 * TOMAN },
        { key: 'four', name: { fa: 'سطح چهار', en: 'Level four' }, from: 300_000_000 * TOMAN },
      ],
    },
    rules: [
      {
        key: 'gift',
        name: { fa: 'هدیهٔ خرید', en: 'Gift on the order' },
        wallet: 'credit',
        on: { kind: 'order' },
        who: companyInvoices,
        gives: {
          kind: 'by-level',
          levels: [
            { level: 'one', share: 700 },
            { level: 'two', share: 1500 },
            { level: 'three', share: 2000 },
            { level: 'four', share: 2500 },
          ],
        },
        caps: [{ of: 'person', per: 'year', most: 250_000_000, counted: 'units' }],
      },
    ],
  },
};

export const pointsAndCredit: ClubPreset = {
  key: 'points-and-credit',
  title: { fa: 'امتیاز برای سطح، اعتبار برای خرید', en: 'Points for the level, credit to spend' },
  description: {
    fa: 'هر ۱۵۰ هزار تومان یک امتیاز؛ سطح از امتیاز ساخته می‌شود و ۳، ۵ یا ۷ درصد به کیف می‌ریزد. اگر میان دو خرید بیش از شش ماه بگذرد، یک سطح پایین می‌آید.',
    en: 'One point per 150,000 tomans; points make the level, which pays 3, 5 or 7 % into the wallet. More than six months between two purchases is one level down.',
  },
  costs: {
    fa: 'از هر صد تومان، سه تا هفت تومان. خودِ امتیاز خرجی ندارد؛ فقط سطح را می‌سازد.',
    en: 'Three to seven of every hundred tomans. The points themselves cost nothing; they only make the level.',
  },
  programme: {
    name: { fa: 'باشگاه امتیاز و اعتبار', en: 'Points and credit club' },
    membership: 'everybody',
    wallets: [
      {
        key: 'points',
        name: { fa: 'امتیاز', en: 'Points' },
        unit: 'points',
        worth: { points: 1, amount: 0 },
        vesting: 0,
        expiry: { kind: 'never' },
        negative: 'allow',
      },
      creditWallet(),
    ],
    levels: {
      name: { fa: 'سطح امتیاز', en: 'Level of points' },
      by: 'points',
      wallet: 'points',
      span: { kind: 'ever' },
      down: 'reached',
      gap: { months: 6 },
      levels: [
        { key: 'bronze', name: { fa: 'برنزی', en: 'Bronze' }, from: 0 },
        { key: 'silver', name: { fa: 'نقره‌ای', en: 'Silver' }, from: 100 },
        { key: 'gold', name: { fa: 'طلایی', en: 'Gold' }, from: 300 },
      ],
    },
    rules: [
      {
        key: 'points',
        name: { fa: 'امتیاز خرید', en: 'Points of the order' },
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 1, amount: 150_000 * TOMAN },
      },
      {
        key: 'credit',
        name: { fa: 'اعتبار سطح', en: 'Credit of the level' },
        wallet: 'credit',
        on: { kind: 'order' },
        gives: {
          kind: 'by-level',
          levels: [
            { level: 'bronze', share: 300 },
            { level: 'silver', share: 500 },
            { level: 'gold', share: 700 },
          ],
        },
      },
    ],
  },
};

const INVOICE_LEVELS = [500_000, 5_000_000, 15_000_000] as const;

export const oneInvoice: ClubPreset = {
  key: 'one-invoice',
  title: { fa: 'سطح با یک فاکتور', en: 'Level by one invoice' },
  description: {
    fa: 'یک فاکتور بالای پانصد هزار، پنج یا پانزده میلیون تومان سطح را می‌سازد و ۱۰، ۱۵ یا ۲۰ درصد اعتبار می‌دهد، تا پایان فصل بعد. هدیهٔ تولد هر سطح ۵۰، ۱۰۰ یا ۲۰۰ هزار تومان است.',
    en: 'One invoice over half a million, five or fifteen million tomans makes the level and gives 10, 15 or 20 % credit, good to the end of the next season. The birthday brings 50, 100 or 200 thousand tomans.',
  },
  costs: {
    fa: 'ده تا بیست تومان از هر صد تومان، ولی فقط در دو فصل خرج می‌شود و بخشی از آن می‌سوزد.',
    en: 'Ten to twenty of every hundred tomans, but only good for two seasons at most, and some of it expires.',
  },
  programme: {
    name: { fa: 'باشگاه فصل', en: 'Season club' },
    membership: 'everybody',
    wallets: [creditWallet({ expiry: { kind: 'period', unit: 'quarter', after: 1 } })],
    levels: {
      name: { fa: 'سطح فاکتور', en: 'Level of the invoice' },
      by: 'invoice',
      span: { kind: 'rolling', window: { months: 12 } },
      down: 'reached',
      levels: [
        { key: 'guest', name: { fa: 'مهمان', en: 'Guest' }, from: 0 },
        { key: 'silver', name: { fa: 'نقره‌ای', en: 'Silver' }, from: INVOICE_LEVELS[0] * TOMAN },
        { key: 'gold', name: { fa: 'طلایی', en: 'Gold' }, from: INVOICE_LEVELS[1] * TOMAN },
        { key: 'diamond', name: { fa: 'الماس', en: 'Diamond' }, from: INVOICE_LEVELS[2] * TOMAN },
      ],
    },
    rules: [
      {
        key: 'invoice',
        name: { fa: 'اعتبار فاکتور', en: 'Credit of the invoice' },
        wallet: 'credit',
        on: { kind: 'order' },
        gives: {
          kind: 'steps',
          steps: [
            { from: INVOICE_LEVELS[0] * TOMAN, share: 1000 },
            { from: INVOICE_LEVELS[1] * TOMAN, share: 1500 },
            { from: INVOICE_LEVELS[2] * TOMAN, share: 2000 },
          ],
        },
      },
      {
        key: 'birthday',
        name: { fa: 'هدیهٔ تولد', en: 'Birthday gift' },
        wallet: 'credit',
        on: { kind: 'anniversary', trait: 'birthday' },
        gives: {
          kind: 'by-level',
          levels: [
            { level: 'silver', units: 50_000 * TOMAN },
            { level: 'gold', units: 100_000 * TOMAN },
            { level: 'diamond', units: 200_000 * TOMAN },
          ],
        },
      },
    ],
  },
};
