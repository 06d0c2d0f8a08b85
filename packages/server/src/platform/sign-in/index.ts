export { type Auth, makeAuth, PASSWORD_LENGTH } from './auth.ts';
export { sessionSecret } from './secret.ts';
export { addStaff, membershipsOf } from './staff.ts';
export { newPassword } from './password.ts';
