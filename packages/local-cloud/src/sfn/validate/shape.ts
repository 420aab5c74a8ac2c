import * as z from 'zod/mini';

import { Machine } from '../definition.ts';
import { isRecord } from '../json.ts';
import { type Problem, pathOf } from './problem.ts';

type Issue = z.core.$ZodIssue;

const JSONPATH_FIELDS: ReadonlySet<PropertyKey> = new Set([
  'InputPath',
  'OutputPath',
  'Parameters',
  'Result',
  'ResultPath',
  'ResultSelector',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
  'Variable',
]);

const aboutField = (field: string): string =>
  JSONPATH_FIELDS.has(field)
    ? `The field '${field}' belongs to the JSONPath dialect; this engine implements JSONata only`
    : `The field '${field}' is not implemented by this engine here`;

const typeAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isRecord(value) ? value[String(step)] : undefined;
  }, raw);

const sentenceFor = (issue: Issue, raw: unknown): string => {
  const value = typeAt(raw, issue.path);
  const name = String(issue.path.at(-1) ?? 'definition');
  const isOurs = issue.message !== 'Invalid input';

  if (isOurs) return `The value of '${name}' ${issue.message}`;
  if (issue.code === 'invalid_union' && name === 'Type') {
    return value === undefined
      ? "The field 'Type' is missing"
      : `The state type ${JSON.stringify(value)} does not exist`;
  }
  if (name === 'QueryLanguage') return `The query language ${JSON.stringify(value)} is not implemented; use JSONata`;
  if (value === undefined) return `The field '${name}' is required but was missing`;
  return `The value of '${name}' is not of the form that Step Functions asks for`;
};

const problemsIn = (issue: Issue, raw: unknown): readonly Problem[] => {
  const path = pathOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ path, sentence: sentenceFor(issue, raw) }];
  return issue.keys.map((key) => ({ path, sentence: aboutField(key) }));
};

export type Shape =
  | { readonly ok: true; readonly machine: Machine }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a definition as a machine, or says which fields stand in the way. */
export const readShape = (raw: unknown): Shape => {
  const parsed = z.safeParse(Machine, raw);
  if (parsed.success) return { ok: true, machine: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsIn(issue, raw)) };
};
