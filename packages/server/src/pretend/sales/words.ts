import { readIdentity } from '@nardeban/core/people';
import { defaultAskRule } from '@nardeban/core/sales';
import { type Instant, MS_PER_DAY, type Result } from '@nardeban/core/values';
import {
  addStarters,
  answerObjection,
  askTestimonial,
  bringFriend,
  giveTestimonial,
  listObjections,
  moderateTestimonial,
  noteAsk,
  raiseObjection,
  saveAskRule,
} from '../../capabilities/sales/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

const BY = 'مهمان نردبان';

const SAID: readonly (readonly [words: string, score: number, place: string])[] = [
  ['کیفیتش همان بود که گفته بودند؛ تحویل هم سر وقت.', 5, 'تهران'],
  ['یک ایراد کوچک داشت که همان روز درستش کردند. همین برایم مهم بود.', 5, 'اصفهان'],
  ['قیمتش از جاهای دیگر کمی بالاتر است ولی می‌ارزد.', 4, 'شیراز'],
  ['با حوصله راهنمایی کردند و چیزی که لازم نداشتم نفروختند.', 5, 'کرج'],
];
const FRIENDS = ['هما نیک‌پی', 'کاوه رستمی', 'پریسا عظیمی', 'رامین جلالی', 'نسترن صبوری'] as const;

/**
 * What customers of the demo shop fear in its deals and were answered, what some of them wrote, who was asked to recommend it and
 * whom they named. A shop that has a library of objections is not touched.
 */
export async function pretendWords(
  tx: Tx,
  business: Business,
  { now, owners }: { readonly now: Instant; readonly owners: readonly string[] },
): Promise<void> {
  if ((await listObjections(tx, { state: null, limit: 1 })).objections.length > 0) return;
  const author = (at: Instant) => ({ by: BY, now: at });
  made(await addStarters(tx, business.language, author(now - 70 * MS_PER_DAY)));
  made(await saveAskRule(tx, { rule: defaultAskRule, revision: 0 }, author(now - 60 * MS_PER_DAY)));
  await raiseFears(tx, business);
  const { rows } = await tx.query<{ person: number; deal: number; closedAt: Instant }>(
    `SELECT person_id AS person, deal_id AS deal, closed_at AS "closedAt" FROM deals
     WHERE business_id = this_business() AND state = 'won' ORDER BY deal_id LIMIT 5`,
  );
  for (const [place, { person, deal, closedAt }] of rows.entries()) {
    const at = Math.min(now, closedAt + MS_PER_DAY);
    const about = { person, deal, language: business.language };
    const asked = made(await askTestimonial(tx, business, about, author(at)));
    const said = SAID[place];
    if (said !== undefined) {
      const [words, score, city] = said;
      const written = { words, score, shownName: `مشتری از ${city}`, consent: place !== 2 };
      const token = asked.path.split('/').at(-1) ?? '';
      const given = made(await giveTestimonial(tx, business, token, written, at));
      if (written.consent && place !== 3)
        made(
          await moderateTestimonial(
            tx,
            given.id,
            { state: 'published', reason: null, revision: given.revision },
            author(at),
          ),
        );
    }
    const seller = { ...author(at), owner: owners[place % Math.max(1, owners.length)] ?? null };
    const request = { person, deal, channel: 'in-person', template: 'in-person', until: null, note: '' };
    const answer = place === 4 ? ('later' as const) : ('yes' as const);
    const ask = made(await noteAsk(tx, business, { ...request, answer }, defaultAskRule.laterDays, seller));
    if (answer === 'later') continue;
    const mobile = `+98935${String(7_000_000 + place * 111)}`;
    const friend = made(readIdentity({ name: FRIENDS[place] ?? FRIENDS[0], mobile }));
    made(
      await bringFriend(
        tx,
        business,
        {
          referrer: person,
          friend,
          ask: ask.id,
          deal,
          channel: 'in-person',
          note: '',
          call: place % 2 === 0,
        },
        seller,
      ),
    );
  }
}

/** In every deal that has gone some way something was feared; the more was said about it, the oftener it was sold. */
async function raiseFears(tx: Tx, business: Business): Promise<void> {
  const { objections } = await listObjections(tx, { state: 'active', limit: 10 });
  const { rows: deals } = await tx.query<{ id: number; state: string; openedAt: Instant }>(
    `SELECT deal_id AS id, state, opened_at AS "openedAt" FROM deals WHERE business_id = this_business() ORDER BY deal_id LIMIT 200`,
  );
  for (const [place, deal] of deals.entries()) {
    const objection = objections[place % 3 === 0 ? 0 : place % objections.length];
    if (objection === undefined || place % 4 === 3) continue;
    const author = { by: BY, now: deal.openedAt + 5 * 3_600_000 };
    const about = { deal: deal.id, objection: objection.id, note: '' };
    const raised = made(await raiseObjection(tx, business, about, author));
    const answer = objection.answers[place % Math.max(1, objection.answers.length)];
    if (answer === undefined || place % 5 === 4) continue;
    made(
      await answerObjection(
        tx,
        business,
        {
          deal: deal.id,
          raise: raised.id,
          answer: answer.id,
          settled: deal.state === 'won' || place % 2 === 0,
          note: '',
          revision: raised.revision,
        },
        { by: BY, now: deal.openedAt + 6 * 3_600_000 },
      ),
    );
  }
}

/** The demo asks for nothing that can be refused: what is refused all the same is a fault of the program. */
function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo shop has no words: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
