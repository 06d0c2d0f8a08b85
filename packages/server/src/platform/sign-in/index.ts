export { type Auth, makeAuth, PASSWORD_LENGTH } from './auth.ts';
export { sessionSecret } from './secret.ts';
export { addStaff, type Membership, membershipsOf, type NewStaff, type Staff } from './staff.ts';
