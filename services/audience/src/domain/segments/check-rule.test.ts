import fc from 'fast-check';

import type { AttributeType } from '../attribute.ts';
import { type Result, succeed } from '../result.ts';
import { checkRule } from './check-rule.ts';
import type { Condition } from './condition.ts';
import { readRule } from './read-rule.ts';
import type { RuleProblem } from './rule.ts';

const now = new Date('2026-11-22T10:00:00.000Z');
const types = new Map<string, AttributeType>([
  ['city', 'text'],
  ['age', 'number'],
  ['member', 'boolean'],
  ['domain', 'number'],
]);
const understood = (raw: unknown): Result<Condition, readonly RuleProblem[]> => {
  const rule = readRule(raw);
  return rule.ok ? checkRule(rule.value, { types, now }) : rule;
};
const problemsOf = (raw: unknown) => {
  const outcome = understood(raw);
  return outcome.ok ? [] : outcome.problem;
};
const and = (...rules: readonly unknown[]) => ({ combinator: 'and', rules });
const fine = { field: 'city', operator: '=', value: 'Seoul' };
const nested = (depth: number): object => (depth === 0 ? fine : and(nested(depth - 1)));

it('takes what react-querybuilder writes, with the ids and editors it adds', () => {
  const raw = {
    id: 'root',
    not: false,
    combinator: 'or',
    rules: [
      { id: 'r1', valueSource: 'value', inputType: 'text', field: 'age', operator: 'between', value: '18,30' },
      { id: 'g1', combinator: 'and', not: true, rules: [{ id: 'r2', ...fine }] },
    ],
  };

  expect(understood(raw)).toMatchObject({
    ok: true,
    value: { kind: 'any', conditions: [{ kind: 'all' }, { kind: 'not' }] },
  });
});

it('tells a field of contacts from what it is called like', () => {
  const source = (field: string, value: unknown) => understood(and({ field, operator: '=', value }));

  expect(source('domain', 'a.b')).toMatchObject({ value: { conditions: [{ source: { kind: 'domain' } }] } });
  expect(source('fields.domain', 3)).toMatchObject({
    value: { conditions: [{ source: { kind: 'field', name: 'domain' } }] },
  });
});

it.each([
  [
    { field: 'cty', operator: '=', value: 'x' },
    { kind: 'field_unknown', field: 'cty' },
  ],
  [{ field: '__proto__', operator: '=', value: 'x' }, { kind: 'field_unknown' }],
  [{ field: 'constructor', operator: '=', value: 'x' }, { kind: 'field_unknown' }],
  [
    { field: 'city', operator: 'like', value: 'x' },
    { kind: 'operator_unknown', field: 'city', operator: 'like' },
  ],
  [{ field: 'city', operator: 'toString', value: 'x' }, { kind: 'operator_unknown' }],
  [{ field: 'city' }, { kind: 'operator_unknown' }],
  [
    { field: 'city', operator: '>', value: 'x' },
    { kind: 'operator_unfit', type: 'text' },
  ],
  [
    { field: 'age', operator: 'contains', value: '1' },
    { kind: 'operator_unfit', type: 'number' },
  ],
  [
    { field: 'member', operator: '<', value: true },
    { kind: 'operator_unfit', type: 'boolean' },
  ],
  [
    { field: 'list', operator: '=', value: 'lst_1' },
    { kind: 'operator_unfit', type: 'list' },
  ],
  [
    { field: 'age', operator: '=', value: 'old' },
    { kind: 'value_unfit', field: 'age' },
  ],
  [{ field: 'age', operator: '=', value: true }, { kind: 'value_unfit' }],
  [{ field: 'age', operator: '=' }, { kind: 'value_unfit' }],
  [{ field: 'age', operator: 'between', value: [1] }, { kind: 'value_unfit' }],
  [{ field: 'age', operator: 'between', value: '1,2,3' }, { kind: 'value_unfit' }],
  [{ field: 'member', operator: '=', value: 'perhaps' }, { kind: 'value_unfit' }],
  [{ field: 'city', operator: '=', value: '' }, { kind: 'value_unfit' }],
  [{ field: 'city', operator: '=', value: ['a'] }, { kind: 'value_unfit' }],
  [{ field: 'city', operator: '=', value: 'x'.repeat(257) }, { kind: 'value_unfit' }],
  [{ field: 'city', operator: 'in', value: [] }, { kind: 'value_unfit' }],
  [{ field: 'city', operator: 'in', value: Array.from({ length: 101 }, String) }, { kind: 'value_unfit' }],
  [{ field: 'list', operator: 'in', value: ['lst_1', 'city'] }, { kind: 'value_unfit' }],
  [{ field: 'joinedAt', operator: '>', value: '2026-02-30' }, { kind: 'value_unfit' }],
  [{ field: 'joinedAt', operator: '>', value: '99999 years ago' }, { kind: 'value_unfit' }],
  [{ field: 'joinedAt', operator: '>', value: 5 }, { kind: 'value_unfit' }],
  [{ field: 'city', operator: '=', value: { a: 1 } }, { kind: 'rule_malformed' }],
  [{ field: 'city', operator: '=', value: 'age', valueSource: 'field' }, { kind: 'rule_malformed' }],
  [{ ...fine, muted: true }, { kind: 'rule_malformed' }],
  [{ ...and(fine), muted: true }, { kind: 'rule_malformed' }],
  [and(), { kind: 'group_empty' }],
  ['and', { kind: 'rule_malformed' }],
  [null, { kind: 'rule_malformed' }],
  [{ combinator: 'xor', rules: [fine] }, { kind: 'rule_malformed' }],
])('refuses %j at its place', (rule, expected) => {
  const problems = problemsOf(and(fine, and(fine, rule)));

  expect(problems).toEqual([expect.objectContaining({ path: 'rule.rules[1].rules[1]', ...expected })]);
});

it('names everything that is wrong at once', () => {
  const rule = and({ field: 'a', operator: '=', value: 1 }, fine, { field: 'b', operator: '=', value: 1 });

  expect(problemsOf(rule).map(({ path, field }) => [path, field])).toEqual([
    ['rule.rules[0]', 'a'],
    ['rule.rules[2]', 'b'],
  ]);
});

it.each([undefined, null, 'rule', [], {}, fine, { combinator: 'and' }])('refuses %j as a whole', (raw) => {
  expect(problemsOf(raw)).toMatchObject([{ kind: 'rule_malformed', path: 'rule' }]);
});

it('goes five groups deep, and no deeper', () => {
  expect(problemsOf(nested(5))).toEqual([]);
  expect(problemsOf(nested(6))).toMatchObject([{ kind: 'too_deep' }]);
  expect(problemsOf(nested(2_000))).toMatchObject([{ kind: 'too_deep' }]);
});

it('takes fifty rules in all, and no more', () => {
  const many = (count: number) => Array.from({ length: count }, () => fine);

  expect(problemsOf(and(and(...many(25)), and(...many(25))))).toEqual([]);
  expect(problemsOf(and(and(...many(25)), and(...many(26))))).toMatchObject([{ kind: 'too_many_rules' }]);
  expect(problemsOf(and(...many(3_000)))).toMatchObject([{ kind: 'too_many_rules' }]);
});

it.each([
  ['today', '2026-11-22'],
  ['Yesterday', '2026-11-21'],
  ['tomorrow', '2026-11-23'],
  ['1 day ago', '2026-11-21'],
  ['30 days ago', '2026-10-23'],
  ['2 weeks ago', '2026-11-08'],
  ['9 months ago', '2026-02-22'],
  ['2 years ago', '2024-11-22'],
  ['in 10 days', '2026-12-02'],
  ['in 2 months', '2027-01-22'],
])('counts %j from the instant it is given, to %s', (value, day) => {
  const condition = understood(and({ field: 'joinedAt', operator: '>=', value }));

  const test = { kind: 'test', source: { kind: 'joinedAt' }, test: 'at_least', value: Date.parse(day) };
  expect(condition).toEqual(succeed({ kind: 'all', conditions: [test] }));
});

it('takes the last day of a month that is too short', () => {
  const value = { field: 'joinedAt', operator: '>=', value: '1 month ago' } as const;

  const condition = checkRule(
    { combinator: 'and', rules: [value] },
    { types, now: new Date('2026-03-31T23:59:59.000Z') },
  );

  expect(condition).toMatchObject({ value: { conditions: [{ value: Date.parse('2026-02-28') }] } });
});

const strange = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 7 },
    fc.jsonValue({ maxDepth: 2 }),
    fc.record(
      {
        field: fc.oneof(fc.constantFrom('city', 'age', 'list', '__proto__', 'toString'), fc.jsonValue({ maxDepth: 1 })),
        operator: fc.oneof(fc.constantFrom('=', 'in', 'between', 'null', 'valueOf'), fc.jsonValue({ maxDepth: 1 })),
        value: fc.jsonValue({ maxDepth: 2 }),
        valueSource: fc.constantFrom('value', 'field'),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        combinator: fc.constantFrom('and', 'or', 'xor'),
        not: fc.oneof(fc.boolean(), fc.jsonValue({ maxDepth: 0 })),
        rules: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.jsonValue({ maxDepth: 1 })),
        __proto__: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: [] },
    ),
  ),
})).node;

it('understands or refuses whatever is sent, and reads what it has read as the same', () => {
  fc.assert(
    fc.property(strange, (raw) => {
      const read = readRule(raw);
      const outcome = understood(raw);

      expect(outcome.ok || outcome.problem.length > 0).toBe(true);
      expect(read.ok ? readRule(JSON.parse(JSON.stringify(read.value))) : read).toEqual(read);
    }),
    { numRuns: 1_000 },
  );
});
