import { isTest } from './tree.ts';
import { type Module, rings } from './modules.ts';

/** A slice and the slices it may import, in an order in which nobody imports a later one. */
export type Table = Readonly<Record<string, readonly string[]>>;

export interface Law {
  /** The slices of core. */
  readonly core: Table;
  /** The slices of server/src/capabilities. */
  readonly capabilities: Table;
}

export interface Violation {
  readonly rule: Rule;
  readonly file: string;
  readonly imports: string;
}

export type Rule =
  | 'core slice'
  | 'core package'
  | 'core leaves core'
  | 'unknown slice'
  | 'front door'
  | 'own door'
  | 'capability'
  | 'core of a capability'
  | 'platform'
  | 'knows several capabilities'
  | 'testing in the product'
  | 'core by its path'
  | 'server and web'
  | 'ui'
  | 'before installation'
  | 'ring';

const corePackages = new Set(['zod', 'jalaali-js', 'libphonenumber-js']);
/** What journeys may know of the web: which pages there are to be walked. */
const ADDRESSES = 'packages/web/src/paths.ts';
const provingPackages = new Set(['fast-check', 'vitest']);

/** Files of the server that may know every capability. */
const knowsAll = /^packages\/server\/src\/(?:app\.ts|work\.ts|cli\/|pretend\/)/;

/** Everything in these modules that the law forbids. */
export function violations(modules: readonly Module[], law: Law): Violation[] {
  const found = modules.flatMap((module) => {
    const place = placeOf(module.file);
    const rules = [
      ...doorRules(module, place),
      ...(place.room === 'core' ? coreRules(module, place, law) : outsideRules(module, place)),
      ...(place.room === 'server' ? serverRules(module, place, law) : []),
      ...(place.room === 'web' ? webRules(module) : []),
    ];
    return rules.map(([rule, imports]) => ({ rule, file: module.file, imports }));
  });
  const circles = rings(modules).map(
    (ring): Violation => ({ rule: 'ring', file: ring.split(' → ')[0] ?? '', imports: ring }),
  );
  return [...found, ...circles];
}

interface Place {
  /** 'core', 'server', 'web', or the folder at the root. */
  readonly room: string;
  /** The folder in the room's sources: a slice of core, 'platform', 'capabilities', 'ui' … Empty for a file. */
  readonly part: string;
  /** The folder in that: a capability, a room of the platform. Empty for a file. */
  readonly inner: string;
}

export function placeOf(file: string): Place {
  const steps = file.split('/');
  const folders = steps.slice(0, -1);
  if (steps[0] !== 'packages') return { room: folders[0] ?? '', part: folders[1] ?? '', inner: '' };
  return { room: steps[1] ?? '', part: folders[3] ?? '', inner: folders[4] ?? '' };
}

type Finding = readonly [rule: Rule, imports: string];

/** `libphonenumber-js/max` is libphonenumber-js, `@scope/name/x` is @scope/name. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function coreRules({ file, files, packages }: Module, { part }: Place, { core }: Law): Finding[] {
  const proves = isTest(file) || part === 'testing';
  const found: Finding[] = [];
  if (part !== '' && part !== 'testing' && !(part in core)) found.push(['unknown slice', part]);
  for (const name of packages) {
    const known = packageOf(name);
    if (!corePackages.has(known) && !(proves && provingPackages.has(known)))
      found.push(['core package', name]);
  }
  for (const target of files) {
    const to = placeOf(target);
    // A page of the docs may be read by the test that keeps it true.
    if (to.room === 'docs' && isTest(file)) continue;
    if (to.room !== 'core') found.push(['core leaves core', target]);
    else if (to.part === 'testing' && !proves) found.push(['testing in the product', target]);
    else if (to.part !== part && !proves && !(core[part] ?? []).includes(to.part))
      found.push(['core slice', target]);
  }
  return found;
}

/** Through which file another slice, capability or room of the platform is entered. */
function doorRules({ file, files }: Module, place: Place): Finding[] {
  const found: Finding[] = [];
  for (const target of files) {
    const to = placeOf(target);
    const name = target.slice(target.lastIndexOf('/') + 1);
    if (!hasDoor(to)) continue;
    const isInside = to.room === place.room && to.part === place.part && to.inner === place.inner;
    if (isInside) {
      // A test looks at its slice from outside; a room inside a slice may have a door of its own for the other rooms.
      const folder = target.slice(0, -name.length);
      if (name === 'index.ts' && file.startsWith(folder) && !isProof(file)) found.push(['own door', target]);
      continue;
    }
    if (name === 'index.ts' || (to.room === 'core' && to.part === place.part)) continue;
    // The platform is one house inside. What proves or measures may look into its rooms, and into what it measures.
    if (to.part === 'platform' && (place.part === 'platform' || isProof(file))) continue;
    if (place.room === 'tests' || place.room === 'benchmarks') continue;
    if (to.part === 'testing' && isProof(file)) continue;
    // A slice's routes are its door for HTTP.
    if (file === 'packages/server/src/app.ts' && /(?:^|-)routes\.ts$/.test(name)) continue;
    found.push(['front door', target]);
  }
  return found;
}

function isProof(file: string): boolean {
  return isTest(file) || /^(?:tests|benchmarks)\//.test(file) || /\/testing(?:-\w+)?\.ts$/.test(file);
}

function hasDoor({ room, part, inner }: Place): boolean {
  if (room === 'core') return part !== '' && inner === '';
  return room === 'server' && (part === 'capabilities' || part === 'platform') && inner !== '';
}

function outsideRules({ file, files, packages }: Module, { room }: Place): Finding[] {
  const found: Finding[] = [];
  for (const name of packages) {
    if (name === '@nardeban/core/testing' && !isProof(file)) found.push(['testing in the product', name]);
    if (room === 'bin' && !name.startsWith('node:')) found.push(['before installation', name]);
  }
  for (const target of files) {
    const to = placeOf(target);
    if (to.room === 'core') found.push(['core by its path', target]);
    if (to.room === 'web' && room !== 'web' && !(room === 'tests' && target === ADDRESSES))
      found.push(['server and web', target]);
    if (to.room === 'server' && room === 'web') found.push(['server and web', target]);
    if (room === 'bin' && to.room !== 'bin') found.push(['before installation', target]);
    if (room === 'server' && /\/testing(?:-\w+)?\.ts$/.test(target) && !isProof(file))
      found.push(['testing in the product', target]);
  }
  return found;
}

function serverRules(module: Module, { part, inner }: Place, law: Law): Finding[] {
  // A test puts together whatever it needs to prove its point.
  if (isProof(module.file)) return [];
  if (part === 'capabilities') return capabilityRules(module, inner, law);
  const others = module.files.filter((target) => placeOf(target).part === 'capabilities');
  if (part === 'platform') {
    const outside = module.files.filter((target) => placeOf(target).part !== 'platform');
    const core = module.packages.filter((name) => /^@nardeban\/core\/(?!values$)/.test(name));
    return [...outside, ...core].map((target): Finding => ['platform', target]);
  }
  return knowsAll.test(module.file)
    ? []
    : others.map((target): Finding => ['knows several capabilities', target]);
}

/** A capability knows the core of its own slice and of every slice it stands on, and no more. */
function capabilityRules({ files, packages }: Module, slice: string, { core, capabilities }: Law): Finding[] {
  const may = capabilities[slice];
  if (may === undefined) return [['unknown slice', slice]];
  const known = new Set([slice, ...may].flatMap((name) => [name, ...(core[name] ?? [])]));
  const found: Finding[] = [];
  for (const target of files) {
    const to = placeOf(target);
    if (to.part === 'platform' || (to.part === 'capabilities' && to.inner === slice)) continue;
    if (to.part !== 'capabilities' || !may.includes(to.inner)) found.push(['capability', target]);
  }
  for (const name of packages) {
    const [, wanted] = /^@nardeban\/core\/(\w+)/.exec(name) ?? [];
    if (wanted !== undefined && !known.has(wanted)) found.push(['core of a capability', name]);
  }
  return found;
}

/** Components of `ui` are given what they show: they know neither the addresses nor the server. */
function webRules({ file, files, packages }: Module): Finding[] {
  if (placeOf(file).part !== 'ui') return [];
  const inside = files.filter(
    (target) => ['api', 'admin'].includes(placeOf(target).part) || /\/(?:router|paths)\.tsx?$/.test(target),
  );
  const outside = packages.filter((name) => /^(?:@tanstack\/|openapi-fetch)/.test(name));
  return [...inside, ...outside].map((target): Finding => ['ui', target]);
}
