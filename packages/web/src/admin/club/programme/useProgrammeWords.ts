import type { Budget, EarningRule, Expiry, Gives, Programme, Where } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { sayCriteria, sayFacts } from '../../../language/saying.ts';
import { dayOfAddress, type Speech } from '../../../language/speech.ts';
import { useTelling } from '../../people/telling.ts';
import { useTraitWords } from '../../people/traits.ts';
import { useSetting } from '../../setting.ts';
import { referralBounds } from './referral-words.ts';
import type { Cap, Choosing, Goal, Levels, Multipliers, Occasion, Referral, Window } from './shape.ts';

/** What a ladder and its rungs are called. */
interface LadderNamed {
  readonly key: string;
  readonly name: Programme['name'];
  readonly places: readonly { readonly key: string; readonly name: Programme['name'] }[];
}

/** How a programme is spoken of: its parts as sentences in the reader's language. */
export interface ProgrammeWords {
  readonly wallet: (key: string) => string;
  readonly units: (wallet: string, units: number) => string;
  readonly share: (hundredths: number) => string;
  readonly level: (key: string) => string;
  readonly rung: (ladder: string, rung: string) => string;
  readonly day: (iso: string) => string;
  readonly window: (window: Window) => string;
  readonly list: (names: readonly string[]) => string;
  readonly occasion: (on: Occasion) => string;
  readonly gives: (gives: Gives, wallet: string) => string;
  readonly expiry: (expiry: Expiry) => string;
  readonly rule: (rule: EarningRule) => string;
  /** Which of the rules of a group gives on an order. */
  readonly group: (key: string) => string;
  readonly budget: (budget: Budget) => string;
  readonly walletSaid: (wallet: Programme['wallets'][number]) => string;
  readonly levels: (levels: Levels) => string;
  readonly levelFrom: (levels: Levels, from: number) => string;
  /** So much of what levels are counted by. */
  readonly levelAmount: (levels: Levels, value: number) => string;
  /** What a friend has to do for a step to be paid. */
  readonly milestone: (when: Referral['steps'][number]['when']) => string;
  readonly referral: (terms: Referral) => readonly string[];
  readonly measure: (measure: Goal['measure'], value: number) => string;
  readonly goal: (goal: Goal) => string;
}

export function useProgrammeWords(programme: Programme | undefined): ProgrammeWords {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const telling = useTelling();
  const { nameOf } = useTraitWords();
  const ladders = useQuery(laddersQuery(asking)).data;
  return useMemo(() => {
    // A wedding day is asked for by many clubs and declared by few.
    const trait = (name: string) =>
      name === 'wedding' && nameOf(name) === name ? t('club.wedding') : `\u2068${nameOf(name)}\u2069`;
    return programmeWords({ t, speech, telling, trait, ladders: ladders ?? [], programme });
  }, [t, speech, telling, nameOf, ladders, programme]);
}

interface Spoken {
  readonly t: TFunction;
  readonly speech: Speech;
  readonly telling: ReturnType<typeof useTelling>;
  readonly trait: (name: string) => string;
  readonly ladders: readonly LadderNamed[];
  readonly programme: Programme | undefined;
}

/** A name kept apart from what stands around it, whichever way each of them runs. */
const apart = (text: string): string => `\u2068${text}\u2069`;

function programmeWords({ t, speech, telling, trait, ladders, programme }: Spoken): ProgrammeWords {
  const list = (names: readonly string[]): string => names.join(t('listSeparator'));
  const clauses = (parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(t('club.say.clause'));
  const share = (hundredths: number): string => speech.share(hundredths / 10_000);
  const named = (words: Programme['name'] | undefined, key: string): string => {
    const text = words === undefined ? '' : speech.words(words).trim();
    return apart(text === '' ? key : text);
  };
  const walletOf = (key: string) => programme?.wallets.find((one) => one.key === key);
  const wallet = (key: string): string => named(walletOf(key)?.name, key);
  const units = (key: string, amount: number): string => {
    const found = walletOf(key);
    if (found?.unit === 'money') return speech.money(amount);
    const shown = speech.number(amount);
    const alone = programme?.wallets.filter((one) => one.unit === found?.unit).length === 1;
    if (found === undefined || !alone) return t('club.units.of', { shown, wallet: wallet(key) });
    return t(`club.units.${found.unit === 'coin' ? 'coin' : 'points'}`, { count: amount, shown });
  };
  const level = (key: string): string =>
    named(programme?.levels?.levels.find((one) => one.key === key)?.name, key);
  const ladderOf = (key: string) => ladders.find((one) => one.key === key);
  const rung = (ladder: string, key: string): string =>
    named(ladderOf(ladder)?.places.find((one) => one.key === key)?.name, key);
  const day = (iso: string): string => {
    const found = dayOfAddress(iso);
    return found === null ? iso : speech.day(found);
  };
  const window = (one: Window): string => {
    const [kind, count] = Object.entries(one)[0] as ['days' | 'months' | 'years', number];
    return t(`club.window.${kind}`, { count, shown: speech.number(count) });
  };
  const fact = (type: string): string => {
    const known = Object.hasOwn(telling.vocabulary, type) ? telling.vocabulary[type] : undefined;
    if (known === undefined) return apart(type);
    return speech.language === 'fa' ? known.fa : known.en.one;
  };

  const occasion = (on: Occasion): string => {
    switch (on.kind) {
      case 'order':
        return t('club.say.order');
      case 'first-order':
        return t('club.say.firstOrder');
      case 'anniversary':
        return t('club.say.anniversary', { trait: trait(on.trait) });
      case 'profile':
        return t('club.say.profile', { traits: list(on.traits.map(trait)) });
      case 'rung':
        return t('club.say.rung', { rungs: list(on.rungs.map((key) => rung(on.ladder, key))) });
      case 'level':
        return t('club.say.level', { levels: list(on.levels.map(level)) });
      case 'fact': {
        // What is not compared with anything yet is not spoken of.
        const where = (on.where ?? []).filter(({ field: _field, ...asked }) =>
          Object.values(asked).some((value) => value !== ''),
        );
        const facts = where.length === 0 ? fact(on.type) : sayFacts({ of: on.type, where }, telling);
        if (on.oncePer !== undefined) return t('club.say.factOnce', { fact: facts });
        return t(where.length === 0 ? 'club.say.fact' : 'club.say.factWith', { fact: facts });
      }
    }
  };
  const either = (
    key: string,
    one: { readonly units?: number | undefined; readonly share?: number | undefined },
  ): string => (one.share === undefined ? units(key, one.units ?? 0) : share(one.share));
  const gives = (what: Gives, key: string): string => {
    switch (what.kind) {
      case 'fixed':
        return units(key, what.units);
      case 'per':
        return t(what.whole === true ? 'club.say.perWhole' : 'club.say.per', {
          units: units(key, what.units),
          amount: speech.money(what.amount),
        });
      case 'share':
        return t('club.say.share', { share: share(what.share) });
      case 'piece':
        return t('club.say.piece', { units: units(key, what.units) });
      case 'steps':
        return list(
          what.steps.map((step) =>
            t('club.say.step', { from: speech.money(step.from), gives: either(key, step) }),
          ),
        );
      case 'by-level':
        return list(
          what.levels.map((one) => t('club.say.named', { name: level(one.level), value: either(key, one) })),
        );
    }
  };
  const choosing = (
    part: 'channels' | 'branches' | 'methods' | 'products' | 'groups',
    said?: Choosing,
  ): string[] => [
    ...(said?.only === undefined ? [] : [t(`club.say.only.${part}`, { names: list(said.only.map(apart)) })]),
    ...(said?.except === undefined
      ? []
      : [t(`club.say.except.${part}`, { names: list(said.except.map(apart)) })]),
  ];
  const clock = (minutes: number): string =>
    speech.number(Math.floor(minutes / 60)) +
    (minutes % 60 === 0 ? '' : `:${speech.number(minutes % 60).padStart(2, speech.number(0))}`);
  const where = (said: Where | undefined): string[] => {
    if (said === undefined) return [];
    const { weekdays, hours, dates, leastAmount } = said;
    return [
      ...(['channels', 'branches', 'methods', 'products', 'groups'] as const).flatMap((part) =>
        choosing(part, said[part]),
      ),
      ...(weekdays === undefined
        ? []
        : [t('club.say.weekdays', { days: list(weekdays.map((one) => t(`club.weekday.${one as 0}`))) })]),
      ...(hours ?? []).map(({ from, to }) => t('club.say.hours', { from: clock(from), to: clock(to) })),
      ...(dates?.from === undefined ? [] : [t('club.say.fromDay', { day: day(dates.from) })]),
      ...(dates?.to === undefined ? [] : [t('club.say.toDay', { day: day(dates.to) })]),
      ...(leastAmount === undefined ? [] : [t('club.say.least', { amount: speech.money(leastAmount) })]),
    ];
  };
  const cap = ({ of, per, most, counted }: Cap, key: string): string =>
    t(`club.say.cap.${of}`, {
      most:
        counted === 'times'
          ? t('club.units.times', { count: most, shown: speech.number(most) })
          : units(key, most),
      per: t(`club.per.${per}`),
    });
  const multipliers = (said: Multipliers | undefined): string[] => [
    ...(said?.rungs ?? []).map((one) =>
      t('club.say.times', { name: rung(one.ladder, one.rung), times: speech.number(one.times / 100) }),
    ),
    ...(said?.levels ?? []).map((one) =>
      t('club.say.times', { name: level(one.level), times: speech.number(one.times / 100) }),
    ),
  ];
  const expiry = (said: Expiry): string => {
    switch (said.kind) {
      case 'never':
        return t('club.say.expiry.never');
      case 'after':
        return t('club.say.expiry.after', {
          long: window(said.unit === 'day' ? { days: said.count } : { months: said.count }),
        });
      case 'fixed':
        return t('club.say.expiry.fixed', { day: monthDay(said.day) });
      case 'period':
        return t(said.after === 0 ? 'club.say.expiry.period' : 'club.say.expiry.periodAfter', {
          unit: t(`club.period.${said.unit}`),
          count: said.after,
          shown: speech.number(said.after),
        });
      case 'rolling':
        return t('club.say.expiry.rolling', { long: window({ days: said.days }) });
    }
  };
  const monthDay = (text: string): string => {
    const [month, date] = text.split('-').map(Number);
    return `${speech.number(date ?? 0)} ${t('club.say.ofMonth', { month: speech.number(month ?? 0) })}`;
  };
  const budget = (said: Budget): string => {
    const bounds = [
      ...(said.money === undefined ? [] : [speech.money(said.money)]),
      ...(said.units === undefined
        ? []
        : [t('club.units.units', { count: said.units, shown: speech.number(said.units) })]),
    ];
    return t('club.say.budget', {
      most: bounds.length === 0 ? '–' : bounds.join(t('club.say.and')),
      per: t(`club.per.${said.per}`),
    });
  };
  const rule = (said: EarningRule): string => {
    const who = said.who === undefined ? '' : sayCriteria(said.who, telling);
    const standing = [
      ...(said.rungs?.rungs ?? []).map((key) => rung(said.rungs?.ladder ?? '', key)),
      ...(said.levels ?? []).map(level),
    ];
    return t('club.say.rule', {
      occasion: [occasion(said.on), ...where(said.where)].join(t('listSeparator')),
      gives: gives(said.gives, said.wallet),
      more: [
        ...(who === '' ? [] : [t('club.say.who', { who: apart(who) })]),
        ...(standing.length === 0 ? [] : [t('club.say.standing', { names: list(standing) })]),
        ...multipliers(said.multipliers),
        ...(said.caps ?? []).map((one) => cap(one, said.wallet)),
        ...(said.budget === undefined ? [] : [budget(said.budget)]),
        ...(said.vesting === undefined ? [] : [vesting(said.vesting)]),
        ...(said.expiry === undefined ? [] : [expiry(said.expiry)]),
        ...(said.once === true ? [t('club.say.once')] : []),
        ...(said.group === undefined ? [] : [group(said.group)]),
      ]
        .map((part) => ` ${t('club.say.more', { part })}`)
        .join(''),
    });
  };
  const group = (key: string): string => {
    const rules = (programme?.rules ?? []).filter((one) => one.group === key);
    const choose = programme?.groups?.find((one) => one.key === key)?.choose ?? 'highest';
    const names = list(rules.map((one) => named(one.name, one.key)));
    return t(rules.length === 0 ? 'club.say.group.empty' : `club.say.group.${choose}`, { names });
  };
  const vesting = (days: number): string =>
    days === 0 ? t('club.say.vestsAtOnce') : t('club.say.vests', { long: window({ days }) });
  const walletSaid: ProgrammeWords['walletSaid'] = (said) =>
    clauses([
      said.unit === 'money'
        ? t('club.say.moneyWallet')
        : t('club.say.worth', {
            units: units(said.key, said.worth.points),
            amount: speech.money(said.worth.amount),
          }),
      vesting(said.vesting),
      expiry(said.expiry),
      said.spending === undefined ? t('club.say.notSpent') : '',
      said.spending?.least === undefined
        ? ''
        : t('club.say.leastSpent', { units: units(said.key, said.spending.least) }),
      said.spending?.mostShare === undefined
        ? ''
        : t('club.say.mostShare', { share: share(said.spending.mostShare) }),
      t(`club.say.negative.${said.negative}`),
    ]);
  const levelAmount = (said: Levels, value: number): string =>
    said.by === 'orders'
      ? t('club.units.orders', { count: value, shown: speech.number(value) })
      : said.by === 'points'
        ? units(said.wallet ?? '', value)
        : speech.money(value);
  const levelFrom = (said: Levels, from: number): string =>
    from === 0 ? t('club.say.levelBottom') : t('club.say.levelFrom', { amount: levelAmount(said, from) });
  const levels = (said: Levels): string =>
    clauses([
      t(`club.say.levelsBy.${said.by}`, {
        span:
          said.span.kind === 'ever'
            ? t('club.say.span.ever')
            : said.span.kind === 'rolling'
              ? t('club.say.span.rolling', { long: window(said.span.window) })
              : t('club.say.span.calendar', { unit: t(`club.period.${said.span.unit}`) }),
      }),
      t(`club.say.down.${said.down}`),
      said.grace === undefined ? '' : t('club.say.grace', { long: window(said.grace) }),
      said.gap === undefined ? '' : t('club.say.gap', { long: window(said.gap) }),
    ]);
  const milestone: ProgrammeWords['milestone'] = (when) => {
    if (when.kind === 'joined') return t('club.say.milestone.joined');
    if (when.kind === 'purchase')
      return t('club.say.milestone.purchase', { number: speech.number(when.number) });
    return t('club.say.milestone.rung', { rung: rung(when.ladder, when.rung) });
  };
  const referral = (terms: Referral): readonly string[] => [
    ...terms.steps.map(({ when, referrer, friend }) => {
      const of = (rewards: typeof referrer): string =>
        rewards.length === 0
          ? t('club.say.nothing')
          : list(rewards.map((one) => units(one.wallet, one.units)));
      return t('club.say.referralStep', {
        when: milestone(when),
        referrer: of(referrer),
        friend: of(friend),
      });
    }),
    ...(terms.returnWindow === 0
      ? []
      : [t('club.say.returnWindow', { long: window({ days: terms.returnWindow }) })]),
    ...referralBounds(terms, { t, speech, units, window, list }),
  ];
  const measure: ProgrammeWords['measure'] = (of, value) => {
    switch (of) {
      case 'members':
      case 'active-members':
        return t('club.units.people', { count: value, shown: speech.number(value) });
      case 'orders-per-member':
        return speech.number(value / 100);
      case 'repeat-share':
      case 'cost-share':
      case 'redeemed-share':
        return share(value);
      case 'revenue-per-member':
      case 'average-order':
        return speech.money(value);
    }
  };
  const goal = (said: Goal): string =>
    t(said.measure === 'cost-share' ? 'club.say.goalMost' : 'club.say.goal', {
      measure: t(`club.measure.${said.measure}`),
      target: measure(said.measure, said.target),
      day: day(said.by),
    });
  return {
    wallet,
    units,
    share,
    level,
    rung,
    day,
    window,
    list,
    occasion,
    gives,
    expiry,
    rule,
    group,
    budget,
    milestone,
    walletSaid,
    levels,
    levelFrom,
    levelAmount,
    referral,
    measure,
    goal,
  };
}
