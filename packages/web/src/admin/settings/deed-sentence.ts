import type { TFunction } from 'i18next';
import { isScope, scopeKey } from './scope-key.ts';
import type { Deed, DeedCode, Role } from '../../api/coming-in-queries.ts';

const ROLES = [
  'owner',
  'manager',
  'sales',
  'support',
  'cashier',
  'analyst',
] as const satisfies readonly Role[];

/** The scopes of a key in words; a scope of a newer server stands for itself. */
function scopesIn(told: Deed['detail'][string] | undefined, t: TFunction): string {
  if (typeof told !== 'string') return '';
  return told
    .split(/[\s,]+/)
    .filter((scope) => scope !== '')
    .map((scope) => (isScope(scope) ? t(`settings.scopes.${scopeKey(scope)}`) : `\u2068${scope}\u2069`))
    .join(t('listSeparator'));
}

/** What somebody did, as a sentence that goes on after their name. A code of a newer server stands for itself. */
export function sayDeed(deed: Deed, t: TFunction, known: (code: string) => code is DeedCode): string {
  const { detail, about } = deed;
  if (!known(deed.deed)) return deed.deed;
  const words = (value: string | number | boolean | null | undefined): string =>
    value === undefined || value === null ? '' : `\u2068${String(value)}\u2069`;
  const role = (value: string | number | boolean | null | undefined): string => {
    const found = ROLES.find((one) => one === value);
    return found === undefined ? words(value) : t(`comingIn.roles.${found}`);
  };
  return t(`settings.deeds.${deed.deed}`, {
    about: words(about?.id),
    name: words(detail['name'] ?? detail['file'] ?? detail['email'] ?? about?.id),
    role: role(detail['role']),
    from: role(detail['from']),
    to: role(detail['to']),
    invitee:
      detail['invitee'] === null || detail['invitee'] === undefined ? '' : `(${words(detail['invitee'])})`,
    scopes: scopesIn(detail['scopes'], t),
    address: words(detail['address']),
    minutes: words(detail['minutes']),
    changes: Object.values(detail).map(words).join(t('listSeparator')),
  }).trim();
}
