/**
 * What may be asked of the program, and which role of staff may ask it. An API key carries its own list of scopes; a
 * member of staff has those of their role. A route names the one scope it needs, and a route that names none is not
 * served at all.
 */

export const scopes = [
  'facts:write',
  'people:read',
  'people:write',
  'people:export',
  'ladder:read',
  'ladder:write',
  'imports:read',
  'imports:write',
  'settings:write',
  'staff:write',
  'keys:write',
  'hooks:write',
  'insight:read',
  'insight:write',
  'club:read',
  'club:write',
  'till:write',
  'sales:read',
  'sales:write',
  'sales:manage',
  'audit:read',
  'metrics:read',
] as const;
export type Scope = (typeof scopes)[number];

export const roles = ['owner', 'manager', 'sales', 'support', 'cashier', 'analyst'] as const;
export type Role = (typeof roles)[number];

/**
 * Role → what it may ask. The manager runs the business day by day; what lets data out to other programs stays with
 * the owner. Sales and support see where a person stands, since that is what they act on; a cashier sees who stands
 * before them; an analyst reads everything, takes it along, and changes nothing.
 */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  owner: scopes,
  manager: scopes.filter((scope) => scope !== 'keys:write' && scope !== 'hooks:write'),
  sales: [
    'facts:write',
    'people:read',
    'people:write',
    'ladder:read',
    'club:read',
    'till:write',
    'sales:read',
    'sales:write',
  ],
  support: ['facts:write', 'people:read', 'people:write', 'ladder:read', 'club:read', 'sales:read'],
  cashier: ['facts:write', 'people:read', 'till:write'],
  analyst: [
    'people:read',
    'people:export',
    'ladder:read',
    'imports:read',
    'insight:read',
    'club:read',
    'sales:read',
    'audit:read',
  ],
};

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Whether whoever holds these scopes may give or take this role: nobody hands on more than they may do themselves. */
export function mayGive(held: ReadonlySet<Scope>, role: Role): boolean {
  return scopesOfRole[role].every((scope) => held.has(scope));
}
