import { contactIdOf } from '../../../services/audience/src/adapters/contact-id.ts';
import type { RuleGroup } from '../../../services/audience/src/domain/segments/rule.ts';

/** A list that people have left: every fortieth it, every seventieth everything. */
const LEFT_LIST = 40;
const LEFT_ALL = 70;
export const LIST_ID = 'lst_bench';
export const FIELDS = ['first_name', 'city', 'plan'] as const;

/** Ten fields, of which a newsletter uses three. */
const fieldsOf = (n: number): Readonly<Record<string, string>> => ({
  first_name: `Person${n}`,
  last_name: `Number ${n}`,
  city: n % 2 === 0 ? '서울특별시' : 'Reykjavík',
  plan: n % 5 === 0 ? 'premium' : 'basic',
  company: `Company ${n % 997}`,
  phone: `+82 10 ${String(n).padStart(8, '0')}`,
  birthday: '1987-03-14',
  language: n % 2 === 0 ? 'ko' : 'en',
  last_order: '2026-10-30',
  points: String(n % 10_000),
});

const addressOf = (n: number): string => `person.${n}@mail-${n % 50}.example.com`;

export const contactOf = (n: number) => {
  const address = addressOf(n);
  const at = '2026-11-21T10:00:00.000Z';
  return {
    contactId: contactIdOf(address),
    address,
    fields: fieldsOf(n),
    lists: { [LIST_ID]: at },
    saidAt: at,
    revision: 1,
  };
};

export const hasLeftList = (n: number): boolean => n % LEFT_LIST === 0;
export const hasLeftAll = (n: number): boolean => n % LEFT_ALL === 0;
/** A segment as a shop would have it, over texts, numbers, dates and lists. */
export const RULE: RuleGroup = {
  combinator: 'and',
  rules: [
    { field: 'last_order', operator: '>=', value: '90 days ago' },
    { field: 'list', operator: 'in', value: [LIST_ID] },
    {
      combinator: 'or',
      rules: [
        { field: 'plan', operator: '=', value: 'Premium' },
        { field: 'points', operator: 'between', value: [5_000, 7_499] },
        { field: 'domain', operator: 'beginsWith', value: 'mail-49.' },
      ],
    },
    { combinator: 'and', not: true, rules: [{ field: 'company', operator: 'contains', value: '996' }] },
  ],
};
export const ATTRIBUTES = [
  { name: 'last_order', type: 'date' },
  { name: 'points', type: 'number' },
  { name: 'plan', type: 'text' },
  { name: 'company', type: 'text' },
] as const;
const isInSegment = (n: number): boolean =>
  (n % 5 === 0 || (n % 10_000 >= 5_000 && n % 10_000 < 7_500) || n % 50 === 49) && n % 997 !== 996;

/** Who has not left, and matches the rule if it is asked. */
export const recipientsAmong = (contacts: number, withSegment: boolean): number =>
  Array.from({ length: contacts }, (_, n) => n).filter(
    (n) => !hasLeftList(n) && !hasLeftAll(n) && (!withSegment || isInSegment(n)),
  ).length;
