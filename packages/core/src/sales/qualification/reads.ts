import { fieldsRead, typesRead } from '../../criteria/index.ts';
import { type Qualification, typesOfRule } from './definition.ts';

/** The fact types that scoring by this definition looks at. */
export function typesScored({ fit, engagement, hands }: Qualification): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { when } of [...fit.rules, ...hands]) for (const type of typesRead(when)) types.add(type);
  for (const rule of engagement.rules) for (const type of typesOfRule(rule)) types.add(type);
  return types;
}

/** The fields of facts it looks at, beyond their type and time. */
export function fieldsScored({ fit, engagement, hands }: Qualification): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const { when } of [...fit.rules, ...hands]) for (const field of fieldsRead(when)) fields.add(field);
  for (const { where } of engagement.rules) for (const { field } of where ?? []) fields.add(field);
  return fields;
}
