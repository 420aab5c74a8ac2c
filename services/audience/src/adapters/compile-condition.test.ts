import fc from 'fast-check';

import type { AttributeType } from '../domain/attribute.ts';
import { checkRule } from '../domain/segments/check-rule.ts';
import type { Person } from '../domain/segments/person.ts';
import type { Rule, RuleGroup } from '../domain/segments/rule.ts';
import { holds } from '../testing/naive-rules.ts';
import { compileCondition } from './compile-condition.ts';

const now = new Date('2026-11-22T10:00:00.000Z');
const types = new Map<string, AttributeType>([
  ['city', 'text'],
  ['age', 'number'],
  ['since', 'date'],
  ['member', 'boolean'],
  ['__proto__', 'text'],
]);

const matcherOf = (rule: RuleGroup) => {
  const checked = checkRule(rule, { types, now });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return compileCondition(checked.value);
};
const one = (field: string, operator: Rule['operator'], value?: Rule['value']): RuleGroup => ({
  combinator: 'and',
  rules: [{ field, operator, ...(value !== undefined && { value }) }],
});
const person = (fields: Person['fields'], more: Partial<Person> = {}): Person => ({
  address: 'ada@Books.example',
  fields,
  ...more,
});

it.each([
  [one('city', '=', 'SEOUL'), { city: 'Seoul' }, true],
  [one('city', '=', '서울'.normalize('NFD')), { city: '서울' }, true],
  [one('city', '!=', 'Seoul'), {}, true],
  [one('city', 'doesNotContain', 'x'), {}, true],
  [one('city', 'beginsWith', 'se'), { city: 'Seoul' }, true],
  [one('city', 'endsWith', 'OUL'), { city: 'Seoul' }, true],
  [one('city', 'contains', '.*'), { city: 'Seoul' }, false],
  [one('city', 'null'), { city: '' }, true],
  [one('city', 'notNull'), { city: 'Seoul' }, true],
  [one('city', 'in', 'busan, seoul'), { city: 'Seoul' }, true],
  [one('city', 'in', ['Jeju, island']), { city: 'jeju, island' }, true],
  [one('age', '<', 18), {}, false],
  [one('age', '>', '9'), { age: '30' }, true],
  [one('age', 'between', '20,40'), { age: '40' }, true],
  [one('age', '=', '1234.5'), { age: '1,234.50' }, true],
  [one('age', '<', 18), { age: 'unknown' }, false],
  [one('member', '=', 'yes'), { member: 'true' }, true],
  [one('member', '!=', true), {}, true],
  [one('since', '=', '2026-11-01'), { since: '2026-11-01T23:59:59.999Z' }, true],
  [one('since', '>', '2026-11-01'), { since: '2026-11-01T23:59:59.999Z' }, false],
  [one('since', '>=', '30 days ago'), { since: '2026-10-23' }, true],
  [one('since', '<', '1 month ago'), { since: '2026-10-22' }, false],
  [one('since', 'in', ['today', 'yesterday']), { since: '2026-11-21' }, true],
  [one('domain', '=', 'books.example'), {}, true],
  [one('address', 'beginsWith', 'ADA@'), {}, true],
  [one('__proto__', '=', 'x'), {}, false],
])('says of %j and %j: %j', (rule, fields, expected) => {
  const matches = matcherOf(rule);

  const answer = matches(person(fields));

  expect(answer).toBe(expected);
});

it('knows the lists of somebody, since when, and what they opened and clicked', () => {
  const lists = { lst_2: '2026-11-20T00:00:00.000Z', lst_1: '2026-01-05T10:00:00.000Z' };
  const known = person({}, { lists, lastOpenedAt: '2026-11-10' });

  const answers = [
    one('list', 'in', ['lst_9', 'lst_2']),
    one('list', 'notIn', 'lst_1'),
    one('joinedAt', '=', '2026-01-05'),
    one('lastOpenedAt', '>=', '2 weeks ago'),
    one('lastClickedAt', 'null'),
  ].map((rule) => matcherOf(rule)(known));

  expect(answers).toEqual([true, false, true, true, true]);
});

const text = fc.constantFrom('a', 'A', 'b', 'ab', 'BA', 'é', 'e\u0301', 'a.b', '$a');
const number = fc.constantFrom(-1, 0, 1, 1.5, 10, 200);
const day = fc.constantFrom('2026-10-31', '2026-11-21', '2026-11-22', '2026-12-01', '2024-02-29');
const instant = fc.constantFrom('2026-11-21T00:00:00.000Z', '2026-11-21T12:00:00.000Z', '2026-11-22T00:00:00.000Z');
const date = fc.oneof(day, instant);
const asked = fc.oneof(date, fc.constantFrom('today', '1 day ago', '22 days ago'));
const list = fc.constantFrom('lst_1', 'lst_2', 'lst_3');

const rulesOf = <Value extends string | number>(field: fc.Arbitrary<string>, value: fc.Arbitrary<Value>) =>
  fc.oneof(
    fc.record({ field, operator: fc.constantFrom('=' as const, '!=' as const), value }),
    fc.record({
      field,
      operator: fc.constantFrom('in' as const, 'notIn' as const),
      value: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ field, operator: fc.constantFrom('null' as const, 'notNull' as const) }),
  );
const sizesOf = <Value extends string | number>(field: fc.Arbitrary<string>, value: fc.Arbitrary<Value>) =>
  fc.oneof(
    fc.record({ field, operator: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), value }),
    fc.record({
      field,
      operator: fc.constantFrom('between' as const, 'notBetween' as const),
      value: fc.tuple(value, value),
    }),
  );
const texts = fc.constantFrom('city', '__proto__', 'address', 'domain');
const dates = fc.constantFrom('since', 'joinedAt', 'lastOpenedAt', 'lastClickedAt');
const parts = fc.record({
  field: texts,
  operator: fc.constantFrom(
    ...(['contains', 'doesNotContain', 'beginsWith', 'doesNotBeginWith', 'endsWith', 'doesNotEndWith'] as const),
  ),
  value: text,
});
const leaf: fc.Arbitrary<Rule> = fc.oneof(
  rulesOf(texts, text),
  parts,
  rulesOf(fc.constant('age'), number),
  sizesOf(fc.constant('age'), number),
  rulesOf(dates, asked),
  sizesOf(dates, asked),
  fc.record({
    field: fc.constant('member'),
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.boolean(),
  }),
  fc.record({
    field: fc.constant('list'),
    operator: fc.constantFrom('in' as const, 'notIn' as const),
    value: fc.array(list, { minLength: 1 }),
  }),
);
const group = fc.letrec<{ group: RuleGroup; node: Rule | RuleGroup }>((tie) => ({
  node: fc.oneof({ maxDepth: 2, withCrossShrink: true }, leaf, tie('group')),
  group: fc.record({
    combinator: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    rules: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  }),
})).group;
const somebody: fc.Arbitrary<Person> = fc
  .record({
    city: fc.option(text),
    proto: fc.option(text),
    age: fc.option(number.map(String)),
    since: fc.option(date),
    member: fc.option(fc.constantFrom('true', 'false')),
    local: text,
    lists: fc.dictionary(list, instant),
    lastOpenedAt: fc.option(day, { nil: undefined }),
    lastClickedAt: fc.option(day, { nil: undefined }),
  })
  .map(({ proto, city, age, since, member, local, ...rest }) => {
    const said = Object.entries({ city, age, since, member }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    );
    // A property of that name, as a field that somebody imported has it.
    const fields = Object.fromEntries(proto === null ? said : [...said, ['__proto__', proto] as const]);
    return { address: `${local}@a.b`, fields, ...rest };
  });

it('agrees with a reading of the rules word by word, whatever they are and whoever is asked about', () => {
  fc.assert(
    fc.property(group, fc.array(somebody, { minLength: 1, maxLength: 8 }), (rule, people) => {
      const matches = matcherOf(rule);

      const answers = people.map(matches);

      expect(answers).toEqual(people.map((each) => holds(rule, each, { types, now })));
    }),
    { numRuns: 2_000 },
  );
});

it('takes for the opposite of a rule what is not so', () => {
  fc.assert(
    fc.property(group, somebody, (rule, each) => {
      const opposite = matcherOf({ combinator: 'and', not: true, rules: [rule] });

      expect(opposite(each)).toBe(!matcherOf(rule)(each));
    }),
  );
});
