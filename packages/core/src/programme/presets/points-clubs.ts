import { pointsWallet, TOMAN, type ClubPreset } from './preset.ts';

/** Clubs that give points. */

const fixed = (units: number) => ({ kind: 'fixed', units }) as const;

export const deedsAndPoints: ClubPreset = {
  key: 'deeds-and-points',
  title: { fa: 'امتیاز برای خرید و برای همراهی', en: 'Points for orders and for taking part' },
  description: {
    fa: 'هر ده هزار تومان خرید حضوری و هر نه هزار تومان خرید اینترنتی یک امتیاز؛ تولد ۱۰، سالگرد ازدواج ۵، اولین خرید ۵، پروندهٔ کامل ۱۰، نظرسنجی ۱ امتیاز و معرفی تا بیست نفر.',
    en: 'A point per 10,000 tomans in the shop and per 9,000 online; birthday 10, wedding day 5, first purchase 5, full profile 10, survey 1, and bringing up to twenty friends.',
  },
  costs: {
    fa: 'با هر امتیاز صد تومان، حدود یک درصد فروش؛ هدیهٔ تولد و پرونده هزینهٔ ثابتِ کوچکی است.',
    en: 'At a hundred tomans a point, about one percent of sales; birthday and profile are a small fixed cost.',
  },
  programme: {
    name: { fa: 'باشگاه همراهان', en: 'Companions club' },
    membership: 'joined',
    wallets: [pointsWallet({ points: 1, amount: 100 * TOMAN })],
    rules: [
      {
        key: 'in-store',
        name: { fa: 'خرید حضوری', en: 'Order in the shop' },
        wallet: 'points',
        on: { kind: 'order' },
        where: { channels: { except: ['online'] } },
        gives: { kind: 'per', units: 1, amount: 10_000 * TOMAN },
      },
      {
        key: 'online',
        name: { fa: 'خرید اینترنتی', en: 'Order online' },
        wallet: 'points',
        on: { kind: 'order' },
        where: { channels: { only: ['online'] } },
        gives: { kind: 'per', units: 1, amount: 9_000 * TOMAN },
      },
      {
        key: 'first-purchase',
        name: { fa: 'اولین خرید', en: 'First purchase' },
        wallet: 'points',
        on: { kind: 'first-order' },
        gives: fixed(5),
      },
      {
        key: 'birthday',
        name: { fa: 'تولد', en: 'Birthday' },
        wallet: 'points',
        on: { kind: 'anniversary', trait: 'birthday' },
        gives: fixed(10),
      },
      {
        key: 'wedding-day',
        name: { fa: 'سالگرد ازدواج', en: 'Wedding day' },
        wallet: 'points',
        on: { kind: 'anniversary', trait: 'wedding' },
        gives: fixed(5),
      },
      {
        key: 'full-profile',
        name: { fa: 'پروندهٔ کامل', en: 'Full profile' },
        wallet: 'points',
        on: { kind: 'profile', traits: ['birthday', 'city', 'gender'] },
        gives: fixed(10),
      },
      {
        key: 'survey',
        name: { fa: 'پاسخ به نظرسنجی', en: 'Survey answered' },
        wallet: 'points',
        on: { kind: 'fact', type: 'survey.answered', oncePer: 'survey' },
        gives: fixed(1),
      },
    ],
    referral: {
      returnWindow: 7,
      steps: [
        {
          key: 'first-purchase',
          when: { kind: 'purchase', number: 1 },
          referrer: [{ wallet: 'points', units: 10 }],
          friend: [],
        },
      ],
      limits: { friends: 20 },
    },
  },
};

export const pointsForCodes: ClubPreset = {
  key: 'points-for-codes',
  title: { fa: 'امتیاز برای کد تخفیف', en: 'Points for discount codes' },
  description: {
    fa: 'هر ده هزار تومان خرید خالص یک امتیاز؛ امتیاز را با کد تخفیفِ سقف‌دار عوض می‌کنند، نه پای صندوق.',
    en: 'A point per 10,000 tomans net; points are exchanged for capped discount codes, not spent at the till.',
  },
  costs: {
    fa: 'سقف کد هزینه را از پیش معلوم می‌کند: هزار امتیاز، حداکثر پنج هزار تومان.',
    en: 'The cap of the code makes the cost known beforehand: a thousand points, at most five thousand tomans.',
  },
  programme: {
    name: { fa: 'باشگاه کد تخفیف', en: 'Code club' },
    membership: 'joined',
    wallets: [
      {
        key: 'points',
        name: { fa: 'امتیاز', en: 'Points' },
        unit: 'points',
        worth: { points: 1000, amount: 5_000 * TOMAN },
        vesting: 7,
        expiry: { kind: 'never' },
        negative: 'allow',
      },
    ],
    rules: [
      {
        key: 'order',
        name: { fa: 'خرید خالص', en: 'Net purchase' },
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 1, amount: 10_000 * TOMAN },
      },
    ],
  },
};

export const halfYearPoints: ClubPreset = {
  key: 'half-year-points',
  title: { fa: 'امتیاز ۱۸۰روزه', en: 'Points for 180 days' },
  description: {
    fa: 'امتیاز ۱۸۰ روز اعتبار دارد و تا همهٔ سبد را می‌پوشاند؛ زودتر سوختنی‌ها زودتر خرج می‌شوند و با برگشت کالا فقط امتیازِ هنوز معتبر بازمی‌گردد. نقد نمی‌شود.',
    en: 'Points last 180 days and may pay the whole basket; what expires sooner is spent sooner, and a return gives back only points that are still good. Never cashed out.',
  },
  costs: {
    fa: 'دو درصد فروش، منهای آنچه در شش ماه خرج نمی‌شود.',
    en: 'Two percent of sales, less what is not spent within half a year.',
  },
  programme: {
    name: { fa: 'باشگاه نیم‌سال', en: 'Half-year club' },
    membership: 'everybody',
    wallets: [
      pointsWallet(
        { points: 1, amount: 1 },
        { expiry: { kind: 'after', unit: 'day', count: 180 }, spending: { mostShare: 10_000 } },
      ),
    ],
    rules: [
      {
        key: 'order',
        name: { fa: 'خرید', en: 'Order' },
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 2, amount: 100 },
      },
    ],
  },
};

export const bringAFriend: ClubPreset = {
  key: 'bring-a-friend',
  title: { fa: 'معرفی دوستان، پاداش دوطرفه', en: 'Bring a friend, both are thanked' },
  description: {
    fa: 'پس از اولین خریدِ ماندگار دوست، معرف ۲۰۰ و دوست ۱۰۰ امتیاز می‌گیرد؛ نشانی دو نفر نباید یکی باشد.',
    en: 'After the friend’s first purchase that is kept, the referrer gets 200 and the friend 100 points; the two may not share an address.',
  },
  costs: {
    fa: 'هزینه فقط با مشتری تازه می‌آید: سیصد امتیاز برای هر نفر.',
    en: 'It costs only when somebody new buys: three hundred points a head.',
  },
  programme: {
    name: { fa: 'باشگاه دوستان', en: 'Friends club' },
    membership: 'everybody',
    wallets: [pointsWallet({ points: 1, amount: 100 * TOMAN })],
    rules: [],
    referral: {
      returnWindow: 7,
      steps: [
        {
          key: 'first-purchase',
          when: { kind: 'purchase', number: 1 },
          referrer: [{ wallet: 'points', units: 200 }],
          friend: [{ wallet: 'points', units: 100 }],
        },
      ],
      review: { refuse: ['same-address'] },
    },
  },
};

export const hundredPoints: ClubPreset = {
  key: 'hundred-points',
  title: { fa: 'صد امتیاز، هزار تومان', en: 'A hundred points, a thousand tomans' },
  description: {
    fa: 'ساده‌ترین شکل: هر هزار تومان خرید یک امتیاز و هر صد امتیاز هزار تومان.',
    en: 'The simplest: a point per thousand tomans, and a thousand tomans per hundred points.',
  },
  costs: { fa: 'یک درصد فروش.', en: 'One percent of sales.' },
  programme: {
    name: { fa: 'باشگاه مشتریان', en: 'Customer club' },
    membership: 'everybody',
    wallets: [pointsWallet({ points: 100, amount: 1_000 * TOMAN })],
    rules: [
      {
        key: 'order',
        name: { fa: 'خرید', en: 'Order' },
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 1, amount: 1_000 * TOMAN },
      },
    ],
  },
};

export const yearAndDraw: ClubPreset = {
  key: 'year-and-draw',
  title: { fa: 'امتیاز یک‌ساله و قرعه‌کشی ماهانه', en: 'Points for a year and a monthly draw' },
  description: {
    fa: 'امتیاز یک سال می‌ماند و سپس پاک می‌شود؛ هر سفارش یک بلیت قرعه‌کشی همان ماه است و هر موبایل یک حساب دارد.',
    en: 'Points stay for a year and are then wiped; each order is a ticket of that month’s draw, and each mobile has one account.',
  },
  costs: {
    fa: 'یک درصد فروش و جایزهٔ ماه، که از پیش معلوم است.',
    en: 'One percent of sales, and the month’s prize, which is known beforehand.',
  },
  programme: {
    name: { fa: 'باشگاه سال', en: 'Year club' },
    membership: 'everybody',
    wallets: [
      pointsWallet({ points: 1, amount: 100 * TOMAN }),
      {
        key: 'ticket',
        name: { fa: 'بلیت قرعه‌کشی', en: 'Draw ticket' },
        unit: 'coin',
        worth: { points: 1, amount: 0 },
        vesting: 0,
        expiry: { kind: 'period', unit: 'month', after: 0 },
        negative: 'clamp',
      },
    ],
    rules: [
      {
        key: 'order',
        name: { fa: 'خرید', en: 'Order' },
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 1, amount: 10_000 * TOMAN },
      },
      {
        key: 'ticket',
        name: { fa: 'بلیت سفارش', en: 'Ticket of the order' },
        wallet: 'ticket',
        on: { kind: 'order' },
        gives: fixed(1),
      },
    ],
  },
};
