import type { TFunction } from 'i18next';
import type { DeedCode } from '../../api/coming-in-queries.ts';

/** Every deed the server writes down; the type is that of the contract, so a new one is missed here by the compiler. */
const ALL: Readonly<Record<DeedCode, true>> = {
  'business.changed': true,
  'business.founded': true,
  'conflict.decided': true,
  'cost.changed': true,
  'cost.entered': true,
  'cost.imported': true,
  'cost.removed': true,
  'custom_fact.archived': true,
  'custom_fact.restored': true,
  'custom_fact.saved': true,
  'experiment.changed': true,
  'experiment.drafted': true,
  'experiment.removed': true,
  'experiment.started': true,
  'experiment.stopped': true,
  'hook.changed': true,
  'hook.made': true,
  'hook.removed': true,
  'hook.replayed': true,
  'hook.rotated': true,
  'hook.stopped': true,
  'import.begun': true,
  'import.stopped': true,
  'import.undone': true,
  'insight.settings_changed': true,
  'key.made': true,
  'key.revoked': true,
  'ladder.archived': true,
  'ladder.discarded': true,
  'ladder.drafted': true,
  'ladder.published': true,
  'ladder.recounted': true,
  'ladder.rolled_back': true,
  'ladder.stopped': true,
  'mapping.removed': true,
  'mapping.saved': true,
  'margin.changed': true,
  'people.exported': true,
  'people.merged': true,
  'people.tagged': true,
  'people.unmerged': true,
  'people.untagged': true,
  'person.changed': true,
  'person.file_added': true,
  'person.file_removed': true,
  'person.noted': true,
  'person.pinned': true,
  'person.unpinned': true,
  'second_factor.off': true,
  'second_factor.on': true,
  'segment.removed': true,
  'segment.saved': true,
  'sign_in.locked': true,
  'staff.invitation_withdrawn': true,
  'staff.invited': true,
  'staff.joined': true,
  'staff.removed': true,
  'staff.role_changed': true,
  'trait.any_taken': true,
  'trait.archived': true,
  'trait.only_declared': true,
  'trait.restored': true,
  'trait.saved': true,
  'unit_costs.changed': true,
};

export const DEED_CODES = Object.keys(ALL) as readonly DeedCode[];

export function isDeedCode(code: string): code is DeedCode {
  return Object.hasOwn(ALL, code);
}

/** The deed's name in a list: its sentence without what it is about. */
export function deedName(code: DeedCode, t: TFunction): string {
  const blank = {
    about: '…',
    name: '…',
    role: '…',
    from: '…',
    to: '…',
    invitee: '',
    scopes: '…',
    address: '…',
    minutes: '…',
    changes: '…',
  };
  return t(`settings.deeds.${code}`, blank).trim();
}
