import { CompoundCondition, type Condition as Expression, FieldCondition } from '@ucast/core';
import { allInterpreters, createJsInterpreter } from '@ucast/js';

import type { CompileCondition } from '../application/segments/ports.ts';
import { type Condition, keyOf, type Source, sourcesOf, type Test } from '../domain/segments/condition.ts';
import { type Fact, factOf } from '../domain/segments/person.ts';

/** What a person is to the engine: facts under names of ours, so that no name that somebody chose is ever a path or a prototype. */
type Facts = Readonly<Record<string, Fact>>;

const { and, or, not, eq, exists, lt, lte, gt, gte, within } = allInterpreters;

const textIn = (facts: Facts, slot: string): string => {
  const text = facts[slot];
  return typeof text === 'string' ? text : '';
};
const contains = ({ field, value }: FieldCondition<string>, facts: Facts) => textIn(facts, field).includes(value);
const begins = ({ field, value }: FieldCondition<string>, facts: Facts) => textIn(facts, field).startsWith(value);
const ends = ({ field, value }: FieldCondition<string>, facts: Facts) => textIn(facts, field).endsWith(value);

/** Only what a condition can become is known to the engine: nothing that is written in a rule reaches any other operator of it. */
const interpret = createJsInterpreter({ and, or, not, eq, exists, lt, lte, gt, gte, within, contains, begins, ends });

/** Builds the expression once; to ask it is to walk it, with no code made at run time. */
export const compileCondition: CompileCondition = (condition) => {
  const slots = sourcesOf(condition).map((source, n) => ({ source, slot: `f${n}` }));
  const slotOf = new Map(slots.map(({ source, slot }) => [keyOf(source), slot]));
  const expression = toExpression(condition, (source) => slotOf.get(keyOf(source)) ?? '');

  return (person) => {
    const facts: Record<string, Fact> = {};
    for (const { source, slot } of slots) {
      const fact = factOf(source, person);
      if (fact !== undefined) facts[slot] = fact;
    }
    return interpret(expression, facts);
  };
};

const toExpression = (condition: Condition, slotOf: (source: Source) => string): Expression => {
  if (condition.kind === 'test') return ofTest(condition, slotOf(condition.source));
  if (condition.kind === 'not') return new CompoundCondition('not', [toExpression(condition.condition, slotOf)]);
  const parts = condition.conditions.map((each) => toExpression(each, slotOf));
  return new CompoundCondition(condition.kind === 'all' ? 'and' : 'or', parts);
};

const SIZES = { below: 'lt', at_most: 'lte', above: 'gt', at_least: 'gte' } as const;

const ofTest = (test: Test, slot: string): Expression => {
  const isThere = new FieldCondition('exists', slot, true);
  if (test.test === 'present') return isThere;
  if (test.test === 'among') return amongst(test.values, slot);
  if (test.test === 'contains' || test.test === 'begins' || test.test === 'ends') {
    return new FieldCondition(test.test, slot, test.value);
  }
  // To the engine a missing value is smaller than any other.
  return new CompoundCondition('and', [isThere, new FieldCondition(SIZES[test.test], slot, test.value)]);
};

const amongst = (values: readonly unknown[], slot: string): Expression =>
  new FieldCondition('within', slot, [...values]);
