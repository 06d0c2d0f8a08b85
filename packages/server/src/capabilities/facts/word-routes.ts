import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import {
  askerOf,
  type Http,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../platform/http/index.ts';
import {
  archiveTrait,
  checkTraitAsked,
  declaredTraitsOf,
  declareTrait,
  takeOnlyDeclared,
  type TraitAsked,
} from './declared-traits.ts';
import { customFactsListed, traitsListed } from './declared-list.ts';
import { fitOfFact, fitOfTrait } from './in-use.ts';
import {
  archiveCustomFact,
  checkCustomFact,
  type CustomFactAsked,
  declareCustomFact,
  vocabularyOf,
} from './vocabulary.ts';
import {
  archiveBody,
  type CustomAsked,
  customAsked,
  customListSchema,
  customSchema,
  fitSchema,
  traitAsked,
  type TraitBody,
  traitListSchema,
  traitWordSchema,
  wordSchema,
} from './word-schemas.ts';

const tags = ['facts'];
const declaring = { scope: 'settings:write' } as const;
const named = z.strictObject({ name: z.string().max(63) });

/** The words facts are told in: everybody's, and what a business declares of its own. */
export const wordRoutes: Routes = (app, parts) => {
  vocabularyRoute(app, parts);
  customFactRoutes(app, parts);
  traitRoutes(app, parts);
};

function vocabularyRoute(app: Http, { database }: RouteParts): void {
  app.get(
    '/v1/vocabulary',
    {
      config: { scope: 'anyone known' },
      schema: {
        operationId: 'vocabulary',
        tags,
        response: {
          200: z.strictObject({ words: z.array(wordSchema), traits: z.array(traitWordSchema) }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { words, traits } = await database.withBusiness(askerOf(request).business.id, async (tx) => ({
        words: await vocabularyOf(tx),
        traits: await declaredTraitsOf(tx),
      }));
      return {
        words: Object.entries(words).map(([type, { fa, en, fields, archived }]) => ({
          type,
          fa,
          en,
          fields: fieldsShown(fields),
          ...(archived ? { archived } : {}),
        })),
        traits: Object.entries(traits.named).map(([trait, { choices, ...declared }]) => ({
          trait,
          ...declared,
          ...(choices === undefined ? {} : { choices: [...choices] }),
        })),
      };
    },
  );
}

function customFactRoutes(app: Http, { database, writes }: RouteParts): void {
  app.get(
    '/v1/custom-facts',
    {
      config: declaring,
      schema: {
        operationId: 'customFacts',
        tags,
        description: 'The facts of the business’s own, archived ones too, and how often each was told.',
        response: { 200: customListSchema, ...refusals },
      },
    },
    async (request) => {
      const listed = await database.withBusiness(askerOf(request).business.id, customFactsListed);
      return {
        ...listed,
        facts: listed.facts.map((fact) => ({ ...fact, fields: fieldsShown(fact.fields) })),
      };
    },
  );

  app.put(
    '/v1/custom-facts/:name',
    {
      config: declaring,
      schema: {
        operationId: 'declareCustomFact',
        tags,
        description:
          'Declares `custom.<name>`, or gives it other titles, further fields or other choices; an archived one is told again. A title in one language stands for both.',
        params: named,
        body: customAsked,
        response: { 200: customSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const asked = factOf(request.params.name, request.body);
      await writes.inBusiness(request, reply, async (tx) => {
        const made = await declareCustomFact(tx, asker.business, asked, asker.name);
        if (!made.ok) return made;
        const about = { kind: 'custom-fact', id: made.value.name };
        await recordDeed(tx, {
          by: asker,
          deed: 'custom_fact.saved',
          about,
          detail: { name: made.value.fa },
        });
        return accept({
          status: 200 as const,
          body: { ...made.value, fields: fieldsShown(made.value.fields) },
        });
      });
      return reply;
    },
  );

  app.post(
    '/v1/custom-facts/:name/fit',
    {
      config: declaring,
      schema: {
        operationId: 'fitOfCustomFact',
        tags,
        description:
          'How many stored facts hold a value that this declaration would not take. Nothing is written.',
        params: named,
        body: customAsked,
        response: { 200: fitSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const checked = checkCustomFact(factOf(request.params.name, request.body));
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      const { name, fields } = checked.value;
      const fit = await database.withBusiness(askerOf(request).business.id, (tx) =>
        fitOfFact(tx, name, fields),
      );
      return reply.send({ ...fit, examples: [...fit.examples] });
    },
  );

  app.post(
    '/v1/custom-facts/:name/archive',
    {
      config: declaring,
      schema: {
        operationId: 'archiveCustomFact',
        tags,
        description: 'Facts of an archived type are refused; those that were told stay and keep their name.',
        params: named,
        body: archiveBody,
        response: { 200: archiveBody, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { archived } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const row = await archiveCustomFact(tx, request.params.name, archived, asker.name);
        if (!row.ok) return row;
        const about = { kind: 'custom-fact', id: row.value.name };
        const deed = archived ? 'custom_fact.archived' : 'custom_fact.restored';
        await recordDeed(tx, { by: asker, deed, about, detail: { name: row.value.fa } });
        return accept({ status: 200 as const, body: { archived } });
      });
      return reply;
    },
  );
}

function traitRoutes(app: Http, { database, writes }: RouteParts): void {
  app.get(
    '/v1/traits',
    {
      config: declaring,
      schema: {
        operationId: 'traits',
        tags,
        description: 'The traits that were declared, and those people have without.',
        response: { 200: traitListSchema, ...refusals },
      },
    },
    async (request) => database.withBusiness(askerOf(request).business.id, traitsListed),
  );

  app.put(
    '/v1/traits',
    {
      config: declaring,
      schema: {
        operationId: 'declareTrait',
        tags,
        description:
          'Says what a trait is: from then on other values are refused, and what was told before stays as it was. A title in one language stands for both.',
        body: traitAsked,
        response: { 200: traitWordSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const asked = traitOf(request.body);
      await writes.inBusiness(request, reply, async (tx) => {
        const made = await declareTrait(tx, asked, asker.name);
        if (!made.ok) return made;
        const { choices, archived: _archived, ...declared } = made.value;
        const about = { kind: 'trait', id: asked.trait };
        await recordDeed(tx, { by: asker, deed: 'trait.saved', about, detail: { name: declared.fa } });
        const body = {
          trait: asked.trait,
          ...declared,
          ...(choices === undefined ? {} : { choices: [...choices] }),
        };
        return accept({ status: 200 as const, body });
      });
      return reply;
    },
  );

  app.post(
    '/v1/traits/fit',
    {
      config: declaring,
      schema: {
        operationId: 'fitOfTrait',
        tags,
        description: 'How many people have a value that this declaration would not take. Nothing is written.',
        body: traitAsked,
        response: { 200: fitSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = traitOf(request.body);
      const checked = checkTraitAsked(asked);
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      const fit = await database.withBusiness(askerOf(request).business.id, (tx) =>
        fitOfTrait(tx, asked.trait, checked.value),
      );
      return reply.send({ ...fit, examples: [...fit.examples] });
    },
  );

  app.post(
    '/v1/traits/archive',
    {
      config: declaring,
      schema: {
        operationId: 'archiveTrait',
        tags,
        description: 'An archived trait is no longer asked for and no longer checked; it keeps its name.',
        body: archiveBody.extend({ trait: z.string().max(200) }),
        response: { 200: archiveBody, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { trait, archived } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const row = await archiveTrait(tx, trait, archived, asker.name);
        if (!row.ok) return row;
        const deed = archived ? 'trait.archived' : 'trait.restored';
        const about = { kind: 'trait', id: trait };
        await recordDeed(tx, { by: asker, deed, about, detail: { name: row.value.fa } });
        return accept({ status: 200 as const, body: { archived } });
      });
      return reply;
    },
  );

  app.put(
    '/v1/traits/policy',
    {
      config: declaring,
      schema: {
        operationId: 'changeTraitPolicy',
        tags,
        description: 'Whether a trait that was not declared is refused. At first it is taken.',
        body: z.strictObject({ onlyDeclared: z.boolean() }),
        response: { 200: z.strictObject({ onlyDeclared: z.boolean() }), ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { onlyDeclared } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        if (await takeOnlyDeclared(tx, onlyDeclared))
          await recordDeed(tx, { by: asker, deed: onlyDeclared ? 'trait.only_declared' : 'trait.any_taken' });
        return accept({ status: 200 as const, body: { onlyDeclared } });
      });
      return reply;
    },
  );
}

/** What is asked with both titles: one that is missing is as the other. */
function factOf(name: string, { fields, ...titles }: CustomAsked): CustomFactAsked {
  return {
    name,
    ...bothTitles(titles),
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, { fa, en, ...declared }]) => [
        field,
        { ...declared, ...bothTitles({ fa, en }) },
      ]),
    ),
  };
}

function traitOf({ fa, en, ...declared }: TraitBody): TraitAsked {
  return { ...declared, ...bothTitles({ fa, en }) };
}

function bothTitles(titles: { readonly fa?: string | undefined; readonly en?: string | undefined }): {
  fa: string;
  en: string;
} {
  const fa = titles.fa?.trim() ?? '';
  const en = titles.en?.trim() ?? '';
  return { fa: fa === '' ? en : fa, en: en === '' ? fa : en };
}

type Fields = CustomFactAsked['fields'];

function fieldsShown<One extends Fields[string]>(fields: Readonly<Record<string, One>>) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { choices, ...field }]) => [
      name,
      { ...field, ...(choices === undefined ? {} : { choices: [...choices] }) },
    ]),
  );
}
