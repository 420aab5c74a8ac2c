import { type AttributeType, readValue } from '../attribute.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { Condition, Source, Test } from './condition.ts';
import { folded, millisecondsOf } from './person.ts';
import { relativeDay } from './relative-day.ts';
import { LIMITS, type Operator, type Rule, type Scalar } from './rule.ts';

type Kind = AttributeType | 'list';

interface About {
  readonly source: Source;
  readonly type: Kind;
  readonly now: Date;
}

/** What is refused is a phrase: what the value should have been. */
type Tested = Result<Condition, string>;

/** Operators that say the opposite of another. */
const OPPOSITES: ReadonlyMap<Operator, Operator> = new Map([
  ['!=', '='],
  ['doesNotContain', 'contains'],
  ['doesNotBeginWith', 'beginsWith'],
  ['doesNotEndWith', 'endsWith'],
  ['null', 'notNull'],
  ['notIn', 'in'],
  ['notBetween', 'between'],
]);

/** Turns a rule whose operator fits its field into a test of its value. */
export const testOf = ({ field, operator, ...rest }: Rule, about: About): Tested => {
  const opposite = OPPOSITES.get(operator);
  if (opposite === undefined) return positive({ field, operator, ...rest }, about);
  const tested = positive({ field, operator: opposite, ...rest }, about);
  return tested.ok ? succeed({ kind: 'not', condition: tested.value }) : tested;
};

const positive = ({ operator, value }: Rule, about: About): Tested => {
  if (operator === 'notNull') return succeed(test(about, { test: 'present' }));
  if (operator === 'in') return among(listed(value), about);
  if (operator === 'between') return between(listed(value), about);
  if (value === undefined || typeof value === 'object') return refuse(expectedOf(about.type));
  return isPart(operator) ? ofPart(operator, value, about) : compared(operator, value, about);
};

const PARTS = { contains: 'contains', beginsWith: 'begins', endsWith: 'ends' } as const;
const isPart = (operator: Operator): operator is keyof typeof PARTS => operator in PARTS;

const ofPart = (operator: keyof typeof PARTS, value: Scalar, about: About): Tested => {
  const text = readText(value);
  return text.ok ? succeed(test(about, { test: PARTS[operator], value: text.value })) : text;
};

/** react-querybuilder writes lists as arrays, or as one text with commas. */
const listed = (value: Rule['value']): readonly Scalar[] => {
  if (typeof value === 'object') return value;
  const parts = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [value ?? ''];
  return parts.filter((part) => part !== '');
};

const among = (values: readonly Scalar[], about: About): Tested => {
  if (values.length === 0 || values.length > LIMITS.values) {
    return refuse(`a list of 1 to ${LIMITS.values} values`);
  }
  const tests = all(values.map((value) => compared('=', value, about)));
  return tests.ok ? succeed(merged(tests.value)) : tests;
};

/** Whole values are looked up together; spans of time stay tests of their own. */
const merged = (tests: readonly Condition[]): Condition => {
  const [first] = tests;
  if (first?.kind !== 'test' || first.test !== 'among') return { kind: 'any', conditions: tests };
  return {
    ...first,
    values: tests.flatMap((each) => (each.kind === 'test' && each.test === 'among' ? each.values : [])),
  };
};

const between = (values: readonly Scalar[], about: About): Tested => {
  const [from, to, ...more] = values;
  if (from === undefined || to === undefined || more.length > 0) return refuse('a list of two values, from and to');
  const tests = all([compared('>=', from, about), compared('<=', to, about)]);
  return tests.ok ? succeed({ kind: 'all', conditions: tests.value }) : tests;
};

const all = (tests: readonly Tested[]): Result<readonly Condition[], string> => {
  const wrong = tests.find((each) => !each.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  return succeed(tests.flatMap((each) => (each.ok ? [each.value] : [])));
};

const compared = (operator: Operator, value: Scalar, about: About): Tested => {
  if (about.type === 'number') return ofNumber(operator, value, about);
  if (about.type === 'date') return ofDate(operator, value, about);
  const read = about.type === 'boolean' ? readTruth(value) : about.type === 'list' ? readList(value) : readText(value);
  return read.ok ? succeed(test(about, { test: 'among', values: [read.value] })) : read;
};

const SIZES = { '<': 'below', '<=': 'at_most', '>': 'above', '>=': 'at_least' } as const;
const isSize = (operator: Operator): operator is keyof typeof SIZES => operator in SIZES;

const ofNumber = (operator: Operator, value: Scalar, about: About): Tested => {
  const read = typeof value === 'boolean' ? refuse('') : readValue('number', String(value));
  if (!read.ok) return refuse(expectedOf('number'));
  const number = Number(read.value);
  return succeed(
    test(about, isSize(operator) ? { test: SIZES[operator], value: number } : { test: 'among', values: [number] }),
  );
};

/** A day is all its instants: what is after it is after its end, and what is on it lies between its begin and its end. */
const ofDate = (operator: Operator, value: Scalar, about: About): Tested => {
  const span = readSpan(value, about.now);
  if (span === undefined) return refuse(expectedOf('date'));
  const { from, to } = span;
  const after = test(about, { test: 'at_least', value: operator === '>' ? to : from });
  const before = test(about, { test: 'below', value: operator === '<' ? from : to });
  if (operator === '>' || operator === '>=') return succeed(after);
  if (operator === '<' || operator === '<=') return succeed(before);
  return succeed({ kind: 'all', conditions: [after, before] });
};

const DAY_MS = 86_400_000;

const readSpan = (value: Scalar, now: Date): { readonly from: number; readonly to: number } | undefined => {
  if (typeof value !== 'string') return undefined;
  const read = readValue('date', relativeDay(value, now) ?? value);
  if (!read.ok) return undefined;
  const from = millisecondsOf(read.value);
  return { from, to: from + (read.value.length === '2026-11-22'.length ? DAY_MS : 1) };
};

const readText = (value: Scalar): Result<string, string> => {
  const text = String(value).trim();
  return text === '' || text.length > LIMITS.letters ? refuse(expectedOf('text')) : succeed(folded(text));
};

const readTruth = (value: Scalar): Result<boolean, string> => {
  const read = readValue('boolean', String(value));
  return read.ok ? succeed(read.value === 'true') : refuse(expectedOf('boolean'));
};

const readList = (value: Scalar): Result<string, string> =>
  typeof value === 'string' && /^lst_[A-Za-z0-9]{1,36}$/.test(value) ? succeed(value) : refuse(expectedOf('list'));

const expectedOf = (type: Kind): string =>
  ({
    text: `a text of 1 to ${LIMITS.letters} characters; for fields that are empty there is the operator "null"`,
    number: 'a number, such as 1234.5',
    date: 'a date: "2026-11-22", an instant, "today", "30 days ago" or "in 2 weeks"',
    boolean: 'true or false',
    list: 'ids of lists',
  })[type];

type Asked = Test extends infer Each ? (Each extends Test ? Omit<Each, 'kind' | 'source'> : never) : never;

const test = ({ source }: About, asked: Asked): Condition => ({ kind: 'test', source, ...asked });
