/**
 * What may be asked of the program, and which role of staff may ask it. An API key carries its own list of scopes; a
 * member of staff has those of their role. A route names the one scope it needs, and a route that names none is not
 * served at all.
 */

export const scopes = [
  'facts:write',
  'people:read',
  'people:write',
  'ladder:read',
  'ladder:write',
  'imports:read',
  'imports:write',
  'keys:write',
  'settings:write',
  'metrics:read',
] as const;
export type Scope = (typeof scopes)[number];

export const roles = ['owner', 'manager', 'sales', 'support', 'cashier', 'analyst'] as const;
export type Role = (typeof roles)[number];

/** Role → what it may ask. Sales and support see where a person stands, since that is what they act on. */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  owner: scopes,
  manager: scopes,
  sales: ['facts:write', 'people:read', 'people:write', 'ladder:read'],
  support: ['facts:write', 'people:read', 'people:write', 'ladder:read'],
  cashier: ['facts:write', 'people:read'],
  analyst: ['people:read', 'ladder:read', 'imports:read'],
};

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
