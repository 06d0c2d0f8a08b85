import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Http } from './http.ts';

/** The contract is made from the very schemas that check requests and answers; nobody writes it by hand. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  const transform = createJsonSchemaTransform({});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Nardeban',
        version: '1',
        description:
          'Where each of your people stands on the loyalty ladder, why, and what brings them one rung higher. ' +
          'Instants are epoch milliseconds, days YYYY-MM-DD, amounts integers in the minor unit of the currency.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key: ndb_…' },
          writeKey: {
            type: 'http',
            scheme: 'basic',
            description: 'The same key as user name, without a password',
          },
          session: { type: 'apiKey', in: 'cookie', name: 'nardeban.session_token' },
        },
      },
    },
    transform(document) {
      const described = transform(document);
      const scope = document.route.config?.scope;
      const known = scope !== undefined && typeof scope !== 'object';
      return {
        ...described,
        schema: {
          ...described.schema,
          security: !known
            ? []
            : scope === 'own account'
              ? [{ session: [] }]
              : [{ key: [] }, { writeKey: [] }, { session: [] }],
          // For readers and for the test that walks the contract.
          ...(known ? { 'x-scope': scope } : {}),
        },
      };
    },
    transformObject: createJsonSchemaTransformObject({}),
  });
}

/** GET /v1/openapi.json: the same text as the committed contract. */
export function serveContract(app: Http): void {
  let text: string | undefined;
  app.get(
    '/v1/openapi.json',
    { config: { scope: { public: 'the contract names nobody' } }, schema: { hide: true } },
    async (_request, reply) => {
      text ??= contractText(app);
      return reply.type('application/json; charset=utf-8').send(text);
    },
  );
}

/** The contract with every object's names in order: the same routes give the same text. */
export function contractText(app: Pick<FastifyInstance, 'swagger'>): string {
  return `${JSON.stringify(withUsedSchemas(sorted(app.swagger()) as Described), null, 2)}\n`;
}

export interface Described extends Record<string, unknown> {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** A contract without the schemas that none of its routes leads to. */
export function withUsedSchemas<C extends Described>(contract: C): C {
  const { schemas, ...components } = contract.components;
  const kept = reachable({ ...contract, components }, schemas);
  const used = Object.fromEntries(Object.entries(schemas).filter(([name]) => kept.has(name)));
  return { ...contract, components: { ...components, schemas: used } };
}

/** The names that the routes lead to: every schema has a form for going in and one for coming out, and few need both. */
function reachable(from: unknown, schemas: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, name = ''] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(schemas[name]);
    }
  }
  return found;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
