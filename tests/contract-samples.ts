import { fiveRungLadder } from '@nardeban/core/ladder';
import { clubBodies, clubNames, clubNumber, CLUB_QUERIES } from './club-samples.ts';
import { salesBodies, salesNames, SALES_QUERIES } from './sales-samples.ts';
import {
  type Belongings,
  fileOfLeads,
  fileOfOrders,
  fileOfPicture,
  multipartType,
  STAFF_PASSWORD,
} from './two-businesses.ts';

/** One operation of the committed contract. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** What it asks of who asks; undefined: it is public. */
  readonly scope: string | undefined;
  readonly hasBody: boolean;
}

interface Contract {
  readonly paths: Record<
    string,
    Record<string, { operationId?: string; 'x-scope'?: string; requestBody?: object }>
  >;
}

export function operationsOf(contract: Contract): Operation[] {
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId ?? `${method} ${path}`,
      method: method.toUpperCase() as Operation['method'],
      path,
      scope: operation['x-scope'],
      hasBody: operation.requestBody !== undefined,
    })),
  );
}

/**
 * A good body for every operation that takes one. A new operation without its sample fails the tests that walk the
 * contract, which is how none is forgotten.
 */
export function sampleBody(operation: Operation, mine: Belongings): unknown {
  const definition = { ...fiveRungLadder, key: mine.ladder };
  const event = { userId: 'u-1', event: 'Product Viewed', messageId: 'm-1', properties: { sku: 'a' } };
  const cost = {
    channel: 'sms',
    campaign: null,
    kind: 'media',
    from: '2026-05-01',
    to: '2026-05-31',
    amount: 1000,
  };
  const experiment = {
    name: 'birthday message',
    hypothesis: '',
    outcome: 'orders',
    held: 1000,
    windowDays: 14,
    costPerTreated: 0,
    ladder: null,
    rung: null,
    plan: null,
  };
  const bodies: Record<string, unknown> = {
    listPeople: { filter: { tags: ['vip'] }, order: { by: 'name' }, columns: ['mobile'], limit: 10 },
    makeSegment: { name: 'buyers', criteria: { measure: 'count', of: 'order.paid', atLeast: 1 } },
    changeSegment: {
      name: 'faithful buyers',
      criteria: { measure: 'count', of: 'order.paid', atLeast: 2 },
      revision: 1,
    },
    tagPeople: { selection: { people: [mine.person] }, add: ['vip'] },
    exportPeople: { selection: { matching: {} }, columns: ['mobile'], format: 'csv' },
    previewMerge: { loser: mine.person, winner: mine.other },
    previewDecision: { decide: 'merge', into: mine.candidate },
    stateRelation: { kind: 'household', other: mine.other },
    removeIdentifier: { kind: 'mobile', value: '09129876543' },
    addIdentifier: { kind: 'mobile', value: '09129876543' },
    setTag: { tag: 'regular', on: true },
    setTrait: { trait: 'city', value: 'Tehran', was: null },
    changeNote: { text: 'drinks it sweet', revision: 1 },
    addNote: { text: 'drinks it black' },
    acceptAsNewAccount: {
      token: mine.invitationToken,
      name: 'x',
      email: 'new@example.com',
      password: 'a long password',
    },
    acceptInvitation: { token: 'no invitation' },
    alias: { userId: 'u-1', previousId: 'p-1' },
    beginSecondFactor: { password: STAFF_PASSWORD },
    beginLadder: { definition: { ...fiveRungLadder, key: 'a-new-ladder' } },
    batch: { batch: [{ type: 'track', ...event }] },
    changeAccount: { name: 'x' },
    changeInsightSettings: { horizon: 60, discount: 0.2, revision: 0 },
    changeBusiness: { revision: 1, weekend: [5, 6] },
    changeMapping: { mapping: { unit: 'toman' } },
    changePassword: { currentPassword: STAFF_PASSWORD, newPassword: 'another password for staff' },
    changeRole: { role: 'analyst' },
    confirmSecondFactor: { code: '123456' },
    declareTrait: { trait: 'hair', fa: 'مو', kind: 'text', choices: ['صاف', 'فر'] },
    fitOfTrait: { trait: 'hair', en: 'hair', kind: 'number' },
    archiveTrait: { trait: 'hair', archived: true },
    changeTraitPolicy: { onlyDeclared: false },
    archiveCustomFact: { archived: true },
    fitOfCustomFact: { en: 'booking', fields: {} },
    decideConflict: { decide: 'dismiss' },
    declareCustomFact: {
      fa: 'رزرو',
      en: 'booking',
      fields: { seats: { kind: 'number', fa: 'صندلی', en: 'seats' } },
    },
    endSecondFactor: { password: STAFF_PASSWORD },
    foundBusiness: { slug: 'another', name: 'x' },
    foundFirst: {
      token: 'no token',
      business: { slug: 'another', name: 'x' },
      owner: { name: 'x', email: 'new@example.com', password: 'a long password' },
    },
    identify: { userId: 'u-1', traits: { city: 'Tehran', email: 'u1@example.com' } },
    import: { batch: [{ type: 'track', ...event }] },
    inviteStaff: { role: 'sales', invitee: 'x' },
    lookAtInvitation: { token: mine.invitationToken },
    keepDraft: { definition, revision: 0, note: 'a try' },
    makeHook: { url: 'https://crm.example/hooks', events: ['order.*', 'person.moved'] },
    changeHook: {
      url: 'https://crm.example/hooks',
      description: 'CRM',
      events: ['*'],
      enabled: true,
      revision: 1,
    },
    replayFailedHookMessages: { since: 0 },
    makeApiKey: { name: 'till', scopes: ['facts:write'] },
    makeRecoveryCodes: { password: STAFF_PASSWORD },
    mergePeople: { loser: mine.person, winner: mine.other, reason: 'same' },
    renameMapping: { name: 'members' },
    page: { userId: 'u-1', name: 'Menu', properties: { url: '/' } },
    pinPerson: { ladder: mine.ladder, rung: mine.rung, until: '2027-01-01', reason: 'a friend' },
    rollBack: { version: 1, note: 'back' },
    saveDraft: { definition, note: 'a try' },
    screen: { userId: 'u-1', name: 'Menu' },
    signIn: { email: mine.email, password: STAFF_PASSWORD },
    signInWithCode: { code: '123456' },
    signOutEverywhere: { here: false },
    tellFacts: {
      facts: [
        {
          person: { mobile: '09121234567', name: 'x' },
          type: 'order.paid',
          at: '2026-05-01T10:00:00Z',
          source: 's',
          key: 'k',
          data: { order: '1', amount: 5 },
        },
      ],
    },
    track: event,
    unpinPerson: { ladder: mine.ladder },
    whatIfPeople: { definition, limit: 5 },
    whatIf: { definition, asOf: '2026-05-30', months: 2 },
    enterCost: cost,
    changeCost: { ...cost, revision: 1 },
    importCosts: { csv: 'from,amount\n2026-05-01,1000' },
    changeMoneySettings: { marginRate: 0.4, assumed: {}, revision: 0 },
    changeUnitCosts: { items: [{ item: 'coffee', cost: 600 }] },
    draftExperiment: experiment,
    changeExperiment: { definition: experiment, revision: 2 },
    startExperiment: { revision: 2 },
    stopExperiment: { revision: 2 },
    assignToExperiment: { people: [mine.person] },
    ...clubBodies(mine.person, mine.club),
    ...salesBodies(mine.person, mine.other, mine.sales),
    experimentSize: { people: 1000, measured: { what: 'share', base: 0.1 }, lift: 0.2, held: 1000 },
  };
  if (operation.hasBody && !Object.hasOwn(bodies, operation.id))
    throw new Error(`${operation.id} has no sample body`);
  return bodies[operation.id];
}

/** Operations whose body is a file. */
const FILE_BODIES: ReadonlySet<string> = new Set([
  'createImport',
  'keepFile',
  'addRewardImage',
  'changeSalesLogo',
  'lookAtLeadList',
  'uploadLeadList',
]);

function fileFor(operation: string): string {
  if (operation === 'addRewardImage' || operation === 'changeSalesLogo') return fileOfPicture;
  return operation.endsWith('LeadList') ? fileOfLeads : fileOfOrders('orders.csv');
}

/** The good body of an operation as it is sent, with the headers it is sent with. */
export function sampleRequest(
  operation: Operation,
  mine: Belongings,
  headers: Record<string, string>,
): { headers: Record<string, string>; payload?: string } {
  if (FILE_BODIES.has(operation.id)) {
    return {
      headers: { ...headers, 'content-type': multipartType },
      payload: fileFor(operation.id),
    };
  }
  const body = sampleBody(operation, mine);
  if (body === undefined) return { headers };
  return { headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify(body) };
}

/** What must stand in the query for an operation to be understood. */
const QUERIES: Readonly<Record<string, string>> = {
  ...CLUB_QUERIES,
  ...SALES_QUERIES,
  discardDraft: '?revision=2',
  removeCost: '?revision=2',
  removeExperiment: '?revision=1',
  removeHook: '?revision=2',
  removeNote: '?revision=2',
  removeSegment: '?revision=2',
  suggestions: '?about=tags',
};

/** What `{id}` stands for, by where it stands: the first that fits. */
const NUMBERED: readonly (readonly [within: string, of: Exclude<keyof Belongings, 'club' | 'sales'>])[] = [
  ['/people/jobs/', 'job'],
  ['/insight/runs/', 'run'],
  ['/costs/', 'cost'],
  ['/experiments/', 'experiment'],
  ['/hooks/', 'hook'],
  ['/segments/', 'segment'],
  ['/people/', 'person'],
  ['/merges/', 'merge'],
  ['/conflicts/', 'conflict'],
  ['/imports/', 'import'],
  ['/import-mappings/', 'mapping'],
  ['/staff/', 'staff'],
  ['/invitations/', 'invitation'],
];

/** The address of an operation, filled with what a business has. */
export function addressOf(operation: Operation, of: Belongings): string {
  const id =
    clubNumber(operation.path, of.club) ??
    of[NUMBERED.find(([within]) => operation.path.includes(within))?.[1] ?? 'apiKey'];
  const known: Record<string, string | number> = {
    id,
    key: of.ladder,
    rung: of.rung,
    name: 'booking',
    session: 'a-session-of-somebody',
    note: of.note,
    file: of.file,
    relation: of.relation,
    message: of.message,
    version: 1,
    ...clubNames(operation.path, of),
    ...salesNames(operation.path, of),
  };
  const path = operation.path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`{${name}} of ${operation.path} is not known`);
    return String(value);
  });
  return path + (QUERIES[operation.id] ?? '');
}
