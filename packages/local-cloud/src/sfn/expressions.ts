import jsonata from 'jsonata';

import { addAwsFunctions } from './aws-functions.ts';
import { isJsonObject, isRecord, type Json, toJson } from './json.ts';

/** What an expression may read: `states`, and the variables by their names. */
export type Scope = Readonly<Record<string, unknown>>;

/** Why an expression gave no value, in the words that Step Functions uses after "The JSONata expression …". */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly field: string;

  constructor(expression: string, field: string, problem: string) {
    super(`The JSONata expression '${expression}' specified for the field '${field}' ${problem}`);
    this.field = field;
  }
}

/** A runaway expression would stop the whole laptop cloud. */
const LONGEST_EVALUATION_MS = 5_000;

const compiled = new Map<string, jsonata.Expression>();

/** @throws when the text is not JSONata */
export const compile = (source: string): jsonata.Expression => {
  const known = compiled.get(source);
  if (known !== undefined) return known;

  const expression = jsonata(source, { timeout: LONGEST_EVALUATION_MS });
  addAwsFunctions(expression);
  compiled.set(source, expression);
  return expression;
};

/** The JSONata inside `{% … %}`, or nothing for any other text. */
export const expressionIn = (text: string): string | undefined => /^\{%([\s\S]*)%\}$/.exec(text)?.[1]?.trim();

const messageOf = (thrown: unknown): string => {
  // jsonata throws plain objects with a `message`.
  const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : thrown;
  return String(message);
};

const isFunction = (value: unknown): boolean =>
  typeof value === 'function' || (isRecord(value) && ('_jsonata_function' in value || '_jsonata_lambda' in value));

const evaluateText = async (text: string, scope: Scope, field: string): Promise<Json> => {
  const source = expressionIn(text);
  if (source === undefined) return text;

  let value: unknown;
  try {
    value = await compile(source).evaluate(undefined, { ...scope });
  } catch (thrown) {
    throw new QueryError(source, field, `threw an error during evaluation: ${messageOf(thrown)}`);
  }
  if (value === undefined) throw new QueryError(source, field, 'returned nothing (undefined).');
  if (isFunction(value)) throw new QueryError(source, field, 'returned a function, which is not JSON.');
  return toJson(value);
};

/**
 * Replaces every `{% … %}` text inside a template by its value.
 *
 * @example await evaluate({ id: '{% $states.input.id %}' }, { states: { input: { id: 7 } } }, 'Output') // { id: 7 }
 * @throws QueryError
 */
export const evaluate = async (template: Json, scope: Scope, field: string): Promise<Json> => {
  if (typeof template === 'string') return evaluateText(template, scope, field);
  if (Array.isArray(template)) {
    return Promise.all(template.map((member, n) => evaluate(member, scope, `${field}[${n}]`)));
  }
  if (!isJsonObject(template)) return template;

  const members = Object.entries(template).map(
    async ([key, member]) => [key, await evaluate(member, scope, `${field}/${key}`)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
};
