import { compile } from '../expressions.ts';
import { isRecord } from '../json.ts';
import { KNOWN_FUNCTIONS } from './jsonata-functions.ts';

type Node = Readonly<Record<string, unknown>>;

/** Parts of a syntax tree in which fields are looked up in the value at hand. */
const HAS_CONTEXT: ReadonlySet<string> = new Set([
  'stages',
  'predicate',
  'group',
  'terms',
  'pattern',
  'update',
  'delete',
]);

const CONTEXTLESS: ReadonlySet<unknown> = new Set(['name', 'wildcard', 'descendant', 'parent']);

const childrenOf = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(childrenOf);
  return isRecord(value) ? [value] : [];
};

/** Names an expression gives itself: `$x := …`, the parameters of a function, `@$x` and `#$i`. */
const boundNames = (node: Node): readonly unknown[] => {
  const own = node['type'] === 'bind' ? [node['lhs']] : node['type'] === 'lambda' ? childrenOf(node['arguments']) : [];
  const names = own.filter(isRecord).map(({ value }) => value);
  return [...names, node['focus'], node['index'], ...Object.values(node).flatMap(childrenOf).flatMap(boundNames)];
};

const functionProblem = (node: Node, bound: ReadonlySet<unknown>): readonly string[] => {
  const procedure = node['type'] === 'function' || node['type'] === 'partial' ? node['procedure'] : undefined;
  if (!isRecord(procedure) || procedure['type'] !== 'variable') return [];

  const name = String(procedure['value']);
  if (KNOWN_FUNCTIONS.has(name) || bound.has(name)) return [];
  return [name === 'eval' ? 'calls $eval, which Step Functions refuses' : `calls $${name}, which does not exist`];
};

const rootProblem = ({ type, value }: Node, hasContext: boolean): readonly string[] => {
  if (type === 'variable' && value === '$') return ["uses '$$', which has no value here; use $states"];
  if (hasContext) return [];
  if (type === 'variable' && value === '')
    return ["uses '$', which has no value here; use $states.input or $states.result"];
  return CONTEXTLESS.has(type) ? [`reads '${String(value)}' from nowhere; begin with $states or a variable`] : [];
};

const problemsIn = (node: Node, hasContext: boolean, bound: ReadonlySet<unknown>): readonly string[] => {
  const steps = node['type'] === 'path' ? childrenOf(node['steps']) : [];
  const others = Object.entries(node).filter(([key]) => key !== 'procedure' && (steps.length === 0 || key !== 'steps'));

  return [
    ...rootProblem(node, hasContext),
    ...functionProblem(node, bound),
    ...steps.flatMap((step, n) => problemsIn(step, hasContext || n > 0, bound)),
    ...others.flatMap(([key, part]) =>
      childrenOf(part).flatMap((child) => problemsIn(child, hasContext || HAS_CONTEXT.has(key), bound)),
    ),
  ];
};

const parse = (source: string): Node | string => {
  try {
    return { root: compile(source).ast() };
  } catch (thrown) {
    return isRecord(thrown) || thrown instanceof Error ? String(thrown.message) : String(thrown);
  }
};

/** Says what is wrong with an expression before it ever runs. */
export const jsonataProblems = (source: string): readonly string[] => {
  const tree = parse(source);
  if (typeof tree === 'string') return [`is not JSONata: ${tree}`];
  return [...new Set(problemsIn(tree, false, new Set(boundNames(tree))))];
};
