export {
  type AccountChanges,
  changeAccount,
  type NewAccount,
  type Digits,
  digitChoices,
  digitsOf,
  prepareAccount,
  type PreparedAccount,
  writeAccount,
} from './accounts.ts';
export { type Auth, makeAuth, PASSWORD_LENGTH } from './auth.ts';
export { type Failures, makeFailures } from './failures.ts';
export {
  acceptInvitation,
  businessOfToken,
  type Invitation,
  invite,
  lookAtInvitation,
  openInvitations,
  withdrawInvitation,
} from './invitations.ts';
export { newPassword } from './password.ts';
export { sessionSecret } from './secret.ts';
export { endSession, endSessions, sessionsOf, type SignedIn } from './sessions.ts';
export { isSetupOpen, makeSetupToken, takeSetupToken } from './setup.ts';
export {
  addStaff,
  changeRole,
  joinStaff,
  type Member,
  membersOf,
  membershipsOf,
  removeMember,
} from './staff.ts';
