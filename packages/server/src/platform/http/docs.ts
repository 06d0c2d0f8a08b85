import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { checkoutFolder } from '../config/index.ts';
import { contractText } from './openapi.ts';

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
.swagger-ui .topbar { display: none }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag { font-family: system-ui, sans-serif }
.swagger-ui .btn.authorize { color: #a2431f; border-color: #a2431f }
.swagger-ui .btn.authorize svg { fill: #a2431f }
`;

/**
 * GET /docs: the contract to read and to try, on this very server, with a key or as whoever is signed in. It is
 * public, like the contract itself: it holds no business's data, and who writes a program against the API is rarely
 * a member of staff. What is tried is asked of the ordinary routes, with their ordinary checks.
 */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  let described: Record<string, unknown> | undefined;
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Nardeban API', css: [{ filename: 'look.css', content: LOOK }] },
    uiConfig: {
      // Hundreds of operations: their rooms first, and a field that finds a room by its name.
      docExpansion: 'none',
      filter: true,
      tryItOutEnabled: true,
      persistAuthorization: false,
      displayRequestDuration: true,
    },
    transformSpecificationClone: false,
    transformSpecification() {
      described ??= withExamples(JSON.parse(contractText(app)) as Contract, readExamples());
      return described;
    },
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
  readonly parameters?: { readonly name: string; example?: string }[];
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>;
}
interface Contract extends Record<string, unknown> {
  readonly paths: Record<string, Record<string, Operation>>;
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
