import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { checkoutFolder } from '../config/index.ts';
import { contractText, type Described, withUsedSchemas } from './openapi.ts';

/**
 * One request for every operation and what it came to: written by tests/examples.test.ts from real answers, and run
 * by it against a real server.
 */
interface Example {
  /** The parameters in the path and in the query, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
}

/** Operation id → its example. */
export type Examples = Readonly<Record<string, Example>>;

export const examplesFile = join(checkoutFolder, 'contract/examples.json');

const LOOK = `
.swagger-ui .topbar { background: none; border-block-end: 1px solid #d8d2c8 }
.swagger-ui .topbar .link, .swagger-ui .topbar .dark-mode-toggle { display: none }
.swagger-ui .topbar .select-label > span { position: absolute; clip-path: inset(50%) }
.swagger-ui .topbar .download-url-wrapper { justify-content: flex-start }
.swagger-ui .topbar .download-url-wrapper .select-label select { border-color: #a2431f }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag { font-family: system-ui, sans-serif }
.swagger-ui .btn.authorize { color: #a2431f; border-color: #a2431f }
.swagger-ui .btn.authorize svg { fill: #a2431f }
`;

/** The rooms of the contract (its tags), the daily ones first; a test holds that none is missing. */
const ROOMS = (
  'ladder people facts tracking imports studio insight club portal sales hooks ' +
  'business founding sign-in session account staff keys audit operation'
).split(' ');

/**
 * GET /docs: the contract to read and to try, on this very server, with a key or as whoever is signed in. It is
 * public, like the contract itself: it holds no business's data, and who writes a program against the API is rarely
 * a member of staff. What is tried is asked of the ordinary routes, with their ordinary checks.
 *
 * One room is shown at a time: the whole, of some five hundred operations, kept a browser busy for twenty seconds.
 */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  let described: Contract | undefined;
  const contract = (): Contract =>
    (described ??= withExamples(JSON.parse(contractText(app)) as Contract, readExamples()));
  app.get<{ Params: { room: string } }>(
    '/docs/rooms/:room',
    { config: { scope: { public: 'the contract names nobody' } }, schema: { hide: true } },
    async ({ params: { room } }, reply) =>
      ROOMS.includes(room) ? reply.send(roomOf(contract(), room)) : reply.callNotFound(),
  );
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Nardeban API', css: [{ filename: 'look.css', content: LOOK }] },
    uiConfig: {
      urls: ROOMS.map((name) => ({ name, url: `/docs/rooms/${name}` })),
      defaultModelsExpandDepth: -1,
      tryItOutEnabled: true,
      persistAuthorization: false,
      displayRequestDuration: true,
    },
    transformSpecificationClone: false,
    transformSpecification: contract,
  });
}

function readExamples(): Examples {
  return JSON.parse(readFileSync(examplesFile, 'utf8')) as Examples;
}

interface Media {
  example?: unknown;
}
interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: { readonly name: string; example?: string }[];
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>;
}
interface Contract extends Described {
  readonly paths: Record<string, Record<string, Operation>>;
}

/** The contract with the operations of one room alone. */
function roomOf(contract: Contract, room: string): Contract {
  const paths = Object.entries(contract.paths).flatMap(([path, methods]) => {
    const inRoom = Object.entries(methods).filter(([, { tags }]) => tags?.includes(room));
    return inRoom.length === 0 ? [] : [[path, Object.fromEntries(inRoom)] as const];
  });
  return withUsedSchemas({ ...contract, paths: Object.fromEntries(paths) });
}

/** The contract with each operation's example in its places; an operation without one stays as it is. */
export function withExamples(contract: Contract, examples: Examples): Contract {
  for (const operation of Object.values(contract.paths).flatMap((methods) => Object.values(methods))) {
    const example = examples[operation.operationId ?? ''];
    if (example === undefined) continue;
    for (const parameter of operation.parameters ?? []) {
      const value = example.parameters[parameter.name];
      if (value !== undefined) parameter.example = value;
    }
    const asked = operation.requestBody?.content['application/json'];
    if (asked !== undefined && example.body !== undefined) asked.example = example.body;
    const answers =
      operation.responses[String(example.status)] ?? operation.responses[`${String(example.status)[0]}XX`];
    const [answered] = Object.values(answers?.content ?? {});
    if (answered !== undefined && example.answer !== undefined) answered.example = example.answer;
  }
  return contract;
}
