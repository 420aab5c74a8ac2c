import { expressionIn } from '../expressions.ts';
import { isRecord } from '../json.ts';
import type { PlacedFlow, PlacedState } from './flows.ts';
import { jsonataProblems } from './jsonata.ts';
import { type PathStep, type Problem, pathOf } from './problem.ts';

/** Fields of a state, a rule or a catcher that are names or notes, and flows that are looked at on their own. */
const PLAIN: ReadonlySet<string> = new Set([
  'Type',
  'Comment',
  'QueryLanguage',
  'Next',
  'Default',
  'Resource',
  'ErrorEquals',
  'Branches',
  'ItemProcessor',
]);

const textProblems = (text: string, at: readonly PathStep[]): readonly Problem[] => {
  const path = pathOf(at);
  const source = expressionIn(text);
  if (source !== undefined) {
    return jsonataProblems(source).map((problem) => ({ path, sentence: `The expression '${source}' ${problem}` }));
  }
  if (text.startsWith('{%') || text.endsWith('%}')) {
    return [{ path, sentence: "A JSONata expression begins with '{%' and ends with '%}'" }];
  }
  if (/^States\.\w+\(/.test(text)) {
    return [{ path, sentence: `The intrinsic function '${text}' belongs to the JSONPath dialect; use JSONata` }];
  }
  if (/^\$\$?\./.test(text)) {
    return [{ path, sentence: `'${text}' is a JSONPath, which would not be evaluated; write {% $states.input… %}` }];
  }
  return [];
};

const valueProblems = (value: unknown, at: readonly PathStep[]): readonly Problem[] => {
  if (typeof value === 'string') return textProblems(value, at);
  if (Array.isArray(value)) return value.flatMap((member: unknown, n) => valueProblems(member, [...at, n]));
  if (!isRecord(value)) return [];

  return Object.entries(value).flatMap(([key, member]) => {
    const here = [...at, key];
    const sentence = `The key '${key}' ends in '.$', which belongs to the JSONPath dialect`;
    return key.endsWith('.$') ? [{ path: pathOf(here), sentence }] : valueProblems(member, here);
  });
};

const listed = (value: unknown): readonly (readonly [PathStep[], Readonly<Record<string, unknown>>])[] =>
  Array.isArray(value) ? value.filter(isRecord).map((entry, n) => [[n], entry] as const) : [];

/** Checks every text that will be evaluated when the state runs. */
export const templateProblems = ({ state, at }: PlacedState): readonly Problem[] =>
  Object.entries(state).flatMap(([field, value]): readonly Problem[] => {
    if (PLAIN.has(field)) return [];
    const isList = field === 'Choices' || field === 'Catch' || field === 'Retry';
    if (!isList) return valueProblems(value, [...at, field]);

    return listed(value).flatMap(([steps, entry]) =>
      Object.entries(entry)
        .filter(([key]) => !PLAIN.has(key))
        .flatMap(([key, member]) => valueProblems(member, [...at, field, ...steps, key])),
    );
  });

interface Assignment {
  readonly name: string;
  readonly at: readonly PathStep[];
}

const assignmentsOf = ({ state, at }: PlacedState): readonly Assignment[] => {
  const own = 'Assign' in state ? [[at, state.Assign] as const] : [];
  const rules =
    state.Type === 'Choice' ? state.Choices.map((rule, n) => [[...at, 'Choices', n], rule.Assign] as const) : [];
  const catchers = 'Catch' in state ? (state.Catch ?? []).map((c, n) => [[...at, 'Catch', n], c.Assign] as const) : [];

  return [...own, ...rules, ...catchers].flatMap(([here, assign]) =>
    Object.keys(assign ?? {}).map((name) => ({ name, at: [...here, 'Assign', name] })),
  );
};

const VARIABLE = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

const stateOf = ([name, state]: readonly [string, PlacedState['state']]): PlacedState => ({ name, state, at: [] });

/** Variables are named like identifiers, and an inner flow does not assign a variable of an outer one. */
export const variableProblems = ({ flow, outer, at }: PlacedFlow): readonly Problem[] => {
  const taken = new Set(
    outer
      .flatMap(({ States }) => Object.entries(States).map(stateOf))
      .flatMap(assignmentsOf)
      .map(({ name }) => name),
  );
  const own = Object.entries(flow.States).flatMap(([name, state]) =>
    assignmentsOf({ name, state, at: [...at, 'States', name] }),
  );

  return own.flatMap(({ name, at: here }) => {
    const path = pathOf(here);
    if (name === 'states' || !VARIABLE.test(name)) {
      return [{ path, sentence: `A variable cannot be called '${name}'` }];
    }
    return taken.has(name)
      ? [{ path, sentence: `The variable '${name}' belongs to an outer scope; use another name` }]
      : [];
  });
};
