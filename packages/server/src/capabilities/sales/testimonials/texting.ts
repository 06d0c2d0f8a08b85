import { accept, type Language, refuse, type Result } from '@nardeban/core/values';
import type { Sms } from '../../../platform/channels/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { RouteParts } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { consentsOf } from '../../consent/index.ts';
import { personById } from '../../people/index.ts';
import type { Asked } from './asking.ts';
import { noteRecord } from './records.ts';

/**
 * The mobile of somebody who may be asked by a text message what they think. Refusals: `sms_not_set_up`, `person_unknown`,
 * `person_has_no_mobile`, `sms_not_agreed`.
 */
export async function reachedBySms(tx: Tx, { provider }: Sms, asked: number): Promise<Result<string>> {
  if (provider === null) return refuse('sms_not_set_up');
  const person = await personById(tx, asked);
  if (person === null) return refuse('person_unknown', 'person', { id: asked });
  const mobile = person.identifiers.find(({ kind }) => kind === 'mobile')?.value;
  if (mobile === undefined) return refuse('person_has_no_mobile', 'person');
  const consents = await consentsOf(tx, person.id);
  const agreed = consents.some(({ purpose, given }) => purpose === 'surveys' && given);
  return agreed ? accept(mobile) : refuse('sms_not_agreed', 'person');
}

const WORDS: Readonly<Record<Language, string>> = {
  fa: 'خوشحال می‌شویم نظرتان را در چند جمله بنویسید:',
  en: 'We would be glad to read what you think, in a few lines:',
};

/** Hands the link over to the gateway; what came of it stands with everything that happened to the testimonial. */
export async function textLink(
  { database, clock, sms }: Pick<RouteParts, 'database' | 'clock' | 'sms'>,
  business: Pick<Business, 'id' | 'name'>,
  link: {
    readonly asked: Asked;
    readonly language: Language;
    readonly mobile: string;
    readonly address: string;
    readonly by: string;
  },
): Promise<void> {
  const { asked, language, mobile, address, by } = link;
  // The link stands on a line of its own: nothing turns it round.
  const text = `${business.name.slice(0, 60)}\n${WORDS[language]}\n${address.replace(/\/+$/, '')}${asked.path}`;
  const sent = await sms.send(business, { to: mobile, text, purpose: 'testimonial' });
  await database.withBusiness(business.id, async (tx) => {
    await tx.query(
      'SELECT FROM testimonials WHERE business_id = this_business() AND testimonial_id = $1 FOR UPDATE',
      [asked.id],
    );
    await noteRecord(
      tx,
      asked.id,
      sent.ok ? { kind: 'texted' } : { kind: 'not_texted', words: sent.refusal.code },
      { by, now: clock.now() },
    );
  });
}
