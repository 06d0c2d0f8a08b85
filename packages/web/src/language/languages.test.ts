import { expect, test } from 'vitest';
import enClub from './en/club.json';
import enClubBooks from './en/club-books.json';
import enClubCodes from './en/club-codes.json';
import enClubOffers from './en/club-offers.json';
import enClubReferral from './en/club-referral.json';
import enEarly from './en/index.ts';
import enInsight from './en/insight.json';
import enSales from './en/sales.json';
import enSalesAgreement from './en/sales-agreement.json';
import enSalesCapture from './en/sales-capture.json';
import enSalesDeals from './en/sales-deals.json';
import enSalesLeads from './en/sales-leads.json';
import enSalesMemory from './en/sales-memory.json';
import enSalesReports from './en/sales-reports.json';
import enSalesToday from './en/sales-today.json';
import enSalesWords from './en/sales-words.json';
import enSpend from './en/spend.json';
import enTill from './en/till.json';
import faClub from './fa/club.json';
import faClubBooks from './fa/club-books.json';
import faClubCodes from './fa/club-codes.json';
import faClubOffers from './fa/club-offers.json';
import faClubReferral from './fa/club-referral.json';
import faEarly from './fa/index.ts';
import faInsight from './fa/insight.json';
import faSales from './fa/sales.json';
import faSalesAgreement from './fa/sales-agreement.json';
import faSalesCapture from './fa/sales-capture.json';
import faSalesDeals from './fa/sales-deals.json';
import faSalesLeads from './fa/sales-leads.json';
import faSalesMemory from './fa/sales-memory.json';
import faSalesReports from './fa/sales-reports.json';
import faSalesToday from './fa/sales-today.json';
import faSalesWords from './fa/sales-words.json';
import faSpend from './fa/spend.json';
import faTill from './fa/till.json';
import { LATE_ROOMS } from './languages.ts';

const en = {
  ...enEarly,
  ...enClub,
  ...enClubBooks,
  ...enClubCodes,
  ...enClubOffers,
  ...enClubReferral,
  ...enInsight,
  ...enSales,
  ...enSalesAgreement,
  ...enSalesCapture,
  ...enSalesDeals,
  ...enSalesLeads,
  ...enSalesMemory,
  ...enSalesReports,
  ...enSalesToday,
  ...enSalesWords,
  ...enSpend,
  ...enTill,
};
const fa = {
  ...faEarly,
  ...faClub,
  ...faClubBooks,
  ...faClubCodes,
  ...faClubOffers,
  ...faClubReferral,
  ...faInsight,
  ...faSales,
  ...faSalesAgreement,
  ...faSalesCapture,
  ...faSalesDeals,
  ...faSalesLeads,
  ...faSalesMemory,
  ...faSalesReports,
  ...faSalesToday,
  ...faSalesWords,
  ...faSpend,
  ...faTill,
};

type Sentences = { readonly [key: string]: string | Sentences };

function flat(sentences: Sentences, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(sentences)) {
    if (typeof value === 'string') all.set(before + key, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) all.set(inner, text);
  }
  return all;
}

test('a sentence stands in one file only', () => {
  for (const [language, files] of Object.entries({
    en: import.meta.glob<Sentences>('./en/*.json', { eager: true, import: 'default' }),
    fa: import.meta.glob<Sentences>('./fa/*.json', { eager: true, import: 'default' }),
  })) {
    const keys = Object.values(files).flatMap((sentences) => Object.keys(sentences));
    expect([language, keys.toSorted()]).toEqual([language, [...new Set(keys)].toSorted()]);
    // Each file is among those that the page reads.
    expect([language, keys.toSorted()]).toEqual([
      language,
      Object.keys(language === 'fa' ? fa : en).toSorted(),
    ]);
  }
});

const persian = flat(fa);
const english = flat(en);
const blanks = (text: string) => (text.match(/\{\{[^}]+\}\}/g) ?? []).toSorted();

test('the sentences of a room that speaks late stand under its own name, and not among the early ones', () => {
  for (const said of [faClub, enClub]) expect(Object.keys(said)).toEqual(['club']);
  for (const said of [faClubBooks, enClubBooks]) expect(Object.keys(said)).toEqual(['clubBooks']);
  for (const said of [faClubCodes, enClubCodes]) expect(Object.keys(said)).toEqual(['clubCodes']);
  for (const said of [faClubOffers, enClubOffers]) expect(Object.keys(said)).toEqual(['clubOffers']);
  for (const said of [faClubReferral, enClubReferral]) expect(Object.keys(said)).toEqual(['clubReferral']);
  for (const said of [faInsight, enInsight]) expect(Object.keys(said)).toEqual(['insight']);
  for (const said of [faSpend, enSpend]) expect(Object.keys(said)).toEqual(['spend']);
  for (const said of [faTill, enTill]) expect(Object.keys(said)).toEqual(['till']);
  for (const room of LATE_ROOMS)
    expect([room, room in faEarly, room in enEarly]).toEqual([room, false, false]);
});

test('English says everything that Persian says, with the same blanks to fill', () => {
  expect([...english.keys()].toSorted()).toEqual([...persian.keys()].toSorted());
  for (const [key, text] of persian)
    expect([key, blanks(english.get(key) ?? '')]).toEqual([key, blanks(text)]);
});

test('Persian is written in Persian letters and digits', () => {
  for (const [key, text] of persian) {
    expect([key, /[يكىةۀ٠-٩]/.test(text)]).toEqual([key, false]);
    const plain = text.replace(/\{\{[^}]+\}\}|POST \/v1\/facts/g, '');
    expect([key, /[0-9]/.test(plain)]).toEqual([key, false]);
  }
});
