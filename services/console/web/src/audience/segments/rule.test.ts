import { completeRule, isSameForm, NEW_RULE, readSegmentForm, toDraft } from './rule.ts';
import { amountOf, ruleFields } from './rule-fields.ts';

const group = (...rules: readonly object[]) => ({ combinator: 'and', rules });
const seoul = { id: 'r1', field: 'city', operator: '=', value: 'Seoul', valueSource: 'value' } as const;

describe('completeRule', () => {
  it('leaves out what the builder keeps for itself', () => {
    const rule = completeRule({ id: 'g', not: true, combinator: 'or', rules: [seoul] });

    expect(rule).toEqual({ combinator: 'or', not: true, rules: [{ field: 'city', operator: '=', value: 'Seoul' }] });
  });

  it('asks nothing as long as something is not filled in', () => {
    expect(completeRule(NEW_RULE)).toBeUndefined();
    expect(completeRule({ combinator: 'and', rules: [{ ...seoul, value: ' ' }] })).toBeUndefined();
    expect(completeRule({ combinator: 'and', rules: [seoul, { combinator: 'or', rules: [] }] })).toBeUndefined();
    expect(
      completeRule({ combinator: 'and', rules: [{ field: 'age', operator: 'between', value: ['1', ''] }] }),
    ).toBeUndefined();
  });

  it('sends as many values as an operator needs', () => {
    const rules = [
      { field: 'age', operator: 'between', value: ['30', '49'] },
      { field: 'city', operator: 'in', value: ['Seoul', ''] },
      { field: 'city', operator: 'null', value: 'left over' },
      { field: 'member', operator: '=', value: false },
    ];

    expect(completeRule({ combinator: 'and', rules })?.rules).toEqual([
      { field: 'age', operator: 'between', value: ['30', '49'] },
      { field: 'city', operator: 'in', value: ['Seoul'] },
      { field: 'city', operator: 'null' },
      { field: 'member', operator: '=', value: false },
    ]);
  });
});

it('tells whether something was changed, whatever ids the builder gives', () => {
  const form = {
    name: 'Seoul',
    rule: toDraft({ combinator: 'and', rules: [{ field: 'a', operator: '=', value: 1 }] }),
  };
  const same = {
    name: 'Seoul ',
    rule: { id: 'x', combinator: 'and', rules: [{ id: 'y', field: 'a', operator: '=', value: 1 }] },
  };

  expect(isSameForm(form, same)).toBe(true);
  expect(isSameForm(form, { ...form, rule: { ...form.rule, not: true } })).toBe(false);
});

it('reads a draft that was kept, and nothing else', () => {
  const kept = { name: 'Seoul', rule: group(seoul, group(seoul)) };

  expect(readSegmentForm(kept)).toEqual(kept);
  expect(readSegmentForm({ name: 'Seoul', rule: group({ what: 1 }) })).toBeUndefined();
  expect(readSegmentForm('Seoul')).toBeUndefined();
});

it('names a merge field that is called like something of ours', () => {
  const fields = ruleFields([
    { name: 'city', type: 'text' },
    { name: 'domain', type: 'text' },
  ]);

  expect(fields.slice(0, 2).map(({ name }) => name)).toEqual(['city', 'fields.domain']);
  expect(fields.find(({ name }) => name === 'domain')?.builtIn).toBe('domain');
});

it('knows how many values operators need', () => {
  expect(['null', '=', 'between', 'notIn'].map(amountOf)).toEqual(['none', 'one', 'two', 'many']);
});
