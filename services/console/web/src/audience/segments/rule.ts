import type { RuleGroupType } from 'react-querybuilder';
import * as z from 'zod/mini';

import type { RuleGroup } from '../model.ts';
import { amountOf, type Rule, readOperator } from './rule-fields.ts';

/** A rule tree as react-querybuilder holds it while somebody works on it. */
export type DraftGroup = RuleGroupType;
type DraftNode = DraftGroup['rules'][number];
type DraftRule = Exclude<DraftNode, DraftGroup>;

const isGroup = (node: DraftNode): node is DraftGroup => 'rules' in node;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Value = z.union([Scalar, z.array(Scalar)]);

/** The rule as the service takes it; `undefined` as long as something in it is not filled in. */
export const completeRule = ({ combinator, not, rules }: DraftGroup): RuleGroup | undefined => {
  const nodes = rules.map((node) => (isGroup(node) ? completeRule(node) : completeLeaf(node)));
  const complete = nodes.flatMap((node) => node ?? []);
  if (complete.length === 0 || complete.length < nodes.length) return undefined;
  return { combinator: combinator === 'or' ? 'or' : 'and', ...(not === true && { not }), rules: complete };
};

const completeLeaf = ({ field, operator: said, value }: DraftRule): Rule | undefined => {
  const operator = readOperator(said);
  if (operator === undefined || field === '') return undefined;
  const amount = amountOf(operator);
  if (amount === 'none') return { field, operator };
  const read = z.safeParse(Value, value);
  if (!read.success) return undefined;
  const values = [read.data].flat().filter((one) => String(one).trim() !== '');
  if (amount === 'one') return values[0] === undefined ? undefined : { field, operator, value: values[0] };
  const isEnough = amount === 'two' ? values.length === 2 : values.length > 0;
  return isEnough ? { field, operator, value: values } : undefined;
};

/** A rule that is kept, to be worked on. */
export const toDraft = ({ rules, ...group }: RuleGroup): DraftGroup => ({
  ...group,
  rules: rules.map((node) => ('rules' in node ? toDraft(node) : { value: '', ...node })),
});

export const NEW_RULE: DraftGroup = { combinator: 'and', rules: [] };

const StoredDraft = z.object({
  name: z.string(),
  rule: z.looseObject({ combinator: z.string(), rules: z.array(z.unknown()) }),
});

const isDraftNode = (node: unknown): node is DraftNode => {
  const group = z.safeParse(z.looseObject({ combinator: z.string(), rules: z.array(z.unknown()) }), node);
  if (group.success) return group.data.rules.every(isDraftNode);
  return z.safeParse(z.looseObject({ field: z.string(), operator: z.string() }), node).success;
};

export interface SegmentForm {
  readonly name: string;
  readonly rule: DraftGroup;
}

/** Reads a draft that was kept in the tab. */
export const readSegmentForm = (stored: unknown): SegmentForm | undefined => {
  const read = z.safeParse(StoredDraft, stored);
  if (!read.success) return undefined;
  const { name, rule } = read.data;
  return isDraftNode(rule) && isGroup(rule) ? { name, rule } : undefined;
};

/** Whether two drafts ask the same: the builder gives its nodes ids, which mean nothing. */
export const isSameForm = (one: SegmentForm, other: SegmentForm): boolean =>
  JSON.stringify(meaningOf(one)) === JSON.stringify(meaningOf(other));

const meaningOf = ({ name, rule }: SegmentForm) => ({ name: name.trim(), rule: meaningOfNode(rule) });

const meaningOfNode = (node: DraftNode): unknown =>
  isGroup(node)
    ? { combinator: node.combinator, not: node.not === true, rules: node.rules.map(meaningOfNode) }
    : { field: node.field, operator: node.operator, value: amountOf(node.operator) === 'none' ? null : node.value };

export const countRules = ({ rules }: DraftGroup): number =>
  rules.reduce((sum, node) => sum + (isGroup(node) ? countRules(node) : 1), 0);
