import { sayBecause, sayGap, type Because, type Speech, type SpokenReason } from '@nardeban/core/criteria';
import { vocabulary } from '@nardeban/core/facts';
import { placesOf, type Definition } from '@nardeban/core/ladder';
import { showDay, toPersianDigits, zoneOf, type Instant } from '@nardeban/core/values';
import type { Overview, PersonExplained } from '../capabilities/ladder/index.ts';
import type { Business } from '../platform/tenancy/index.ts';

/** What the command line says of ladders, in the language of the business. */

export function speechOf(business: Business): Speech {
  return {
    language: business.language,
    vocabulary,
    money: { currency: business.currency, unit: business.unit },
    calendar: business.calendar,
    zone: business.zone,
  };
}

function words(business: Business) {
  return business.language === 'fa'
    ? {
        comma: '،',
        known: 'هنوز شناخته نشده بود',
        since: 'از',
        until: 'پاسخ تا این روز پابرجاست:',
        never: 'بی‌پایان',
        why: 'چرا',
        next: 'گام بعدی',
        moves: 'جابه‌جایی‌ها',
        late: 'اصلاح شد',
      }
    : {
        comma: ',',
        known: 'not known yet',
        since: 'since',
        until: 'this holds until',
        never: 'no end',
        why: 'Why',
        next: 'Next step',
        moves: 'Moves',
        late: 'corrected',
      };
}

function dayText(business: Business, at: Instant): string {
  return showDay(zoneOf(business.zone).dayOf(at), {
    calendar: business.calendar,
    language: business.language,
    style: 'long',
  });
}

function count(business: Business, value: number): string {
  const text = value.toLocaleString('en-US');
  return business.language === 'fa' ? toPersianDigits(text) : text;
}

/** The ladder as people see one: the top rung on top. */
export function ladderTable(overview: Overview, business: Business): string {
  const rungs = overview.kind === 'ladder' ? [...overview.rungs].reverse() : overview.rungs;
  const lines = rungs.map((rung) => {
    const share = count(business, Math.round(rung.share * 1000) / 10);
    return `${count(business, rung.people).padStart(12)}  ${`${share}%`.padStart(7)}  ↑${count(business, rung.arrivedUp)} ↓${count(business, rung.arrivedDown)}  ${rung.name[business.language]}`;
  });
  return [
    `${overview.name[business.language]} · ${dayText(business, overview.asOf)} · ${count(business, overview.total)}`,
    ...lines,
  ].join('\n');
}

export function explanationText(told: PersonExplained, definition: Definition, business: Business): string {
  const say = words(business);
  const speech = speechOf(business);
  const nameOf = (key: string | null): string =>
    placesOf(definition).find((place) => place.key === key)?.name[business.language] ?? say.known;
  const lines = [
    `${told.person.name ?? `#${told.person.id}`}: ${nameOf(told.rung)}${say.comma} ${say.since} ${dayText(business, told.since)}`,
  ];
  lines.push(`${say.until} ${told.until === null ? say.never : dayText(business, told.until)}`);
  if (told.pinned)
    lines.push(`${told.pinned.reason} (${told.pinned.by}, ${dayText(business, told.pinned.until - 1)})`);
  if (told.because) lines.push('', say.why, ...reasonLines(told.because, speech));
  if (told.next) {
    lines.push('', `${say.next}: ${nameOf(told.next.rung)}`, ...reasonLines(told.next.because, speech));
    for (const sentence of told.gap ? sayGap(told.gap, speech) : []) lines.push(`  → ${sentence}`);
  }
  if (told.moves.length > 0) lines.push('', say.moves);
  for (const move of told.moves) {
    lines.push(
      `  ${dayText(business, move.at)}: ${nameOf(move.from)} → ${nameOf(move.to)}${move.superseded ? ` (${say.late})` : ''}`,
    );
  }
  return lines.join('\n');
}

function reasonLines(because: Because, speech: Speech): string[] {
  const lines: string[] = [];
  const walk = (reason: SpokenReason, depth: number): void => {
    const measured = reason.measuredText ? ` (${reason.measuredText})` : '';
    lines.push(`${'  '.repeat(depth + 1)}${reason.holds ? '✓' : '✗'} ${reason.text}${measured}`);
    for (const part of reason.parts ?? []) walk(part, depth + 1);
  };
  walk(sayBecause(because, speech), 0);
  return lines;
}
