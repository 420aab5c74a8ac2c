import type { AttributeType } from '../domain/attribute.ts';
import type { Person } from '../domain/segments/person.ts';
import { isGroup, type Rule, type RuleGroup, type Scalar } from '../domain/segments/rule.ts';

interface Terms {
  readonly types: ReadonlyMap<string, AttributeType>;
  readonly now: Date;
}

/** Reads a rule word by word for one person, with nothing prepared: what the engine says must be the same. */
export const holds = (rule: Rule | RuleGroup, person: Person, terms: Terms): boolean => {
  if (!isGroup(rule)) return holdsOne(rule, person, terms);
  const answers = rule.rules.map((each) => holds(each, person, terms));
  const answer = rule.combinator === 'and' ? !answers.includes(false) : answers.includes(true);
  return rule.not === true ? !answer : answer;
};

/** What a value looks like beside those that are asked for. */
interface Compared {
  /** Below, at or above 0; not a number for a value that is missing. */
  readonly order: (asked: Scalar) => number;
  readonly text: string;
  readonly isThere: boolean;
}

type Asked = readonly [Scalar, Scalar, ...Scalar[]];

const positive: Readonly<Record<string, (known: Compared, asked: Asked, all: readonly Scalar[]) => boolean>> = {
  '=': ({ order }, [one]) => order(one) === 0,
  '<': ({ order }, [one]) => order(one) < 0,
  '<=': ({ order }, [one]) => order(one) <= 0,
  '>': ({ order }, [one]) => order(one) > 0,
  '>=': ({ order }, [one]) => order(one) >= 0,
  between: ({ order }, [from, to]) => order(from) >= 0 && order(to) <= 0,
  in: ({ order }, _, all) => all.some((each) => order(each) === 0),
  notNull: ({ isThere }) => isThere,
  contains: ({ text }, [one]) => text.split(fold(String(one))).length > 1,
  beginsWith: ({ text }, [one]) => text.slice(0, fold(String(one)).length) === fold(String(one)),
  endsWith: ({ text }, [one]) => text.slice(-fold(String(one)).length) === fold(String(one)),
};

const negative: Readonly<Record<string, string>> = {
  '!=': '=',
  notBetween: 'between',
  notIn: 'in',
  null: 'notNull',
  doesNotContain: 'contains',
  doesNotBeginWith: 'beginsWith',
  doesNotEndWith: 'endsWith',
};

const holdsOne = ({ field, operator, value }: Rule, person: Person, terms: Terms): boolean => {
  const all: readonly Scalar[] = typeof value === 'object' ? value : value === undefined ? [] : [value];
  if (field === 'list') {
    const isOn = all.some((listId) => Object.keys(person.lists ?? {}).includes(String(listId)));
    return operator === 'in' ? isOn : !isOn;
  }
  const known = valueOf(field, person) ?? '';
  const isThere = known !== '';
  const type = typeOf(field, terms);
  const order = (asked: Scalar) => (isThere ? orderOf([known, asked], type, terms.now) : Number.NaN);
  const opposite = negative[operator];
  const [first = '', second = ''] = all;
  const compared = { order, text: fold(known), isThere };
  const answer = positive[opposite ?? operator]?.(compared, [first, second], all) ?? false;
  return opposite === undefined ? answer : !answer;
};

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

const valueOf = (field: string, person: Person): string | undefined => {
  if (field === 'address') return person.address;
  if (field === 'domain') return person.address.split('@')[1];
  if (field === 'joinedAt') return Object.values(person.lists ?? {}).toSorted()[0];
  if (field === 'lastOpenedAt') return person.lastOpenedAt;
  if (field === 'lastClickedAt') return person.lastClickedAt;
  return Object.entries(person.fields).find(([name]) => name === field)?.[1];
};

const typeOf = (field: string, { types }: Terms): AttributeType => {
  if (['joinedAt', 'lastOpenedAt', 'lastClickedAt'].includes(field)) return 'date';
  return types.get(field) ?? 'text';
};

const orderOf = ([known, asked]: readonly [string, Scalar], type: AttributeType, now: Date): number => {
  if (type === 'number') return Number(known) - Number(asked);
  if (type === 'date') return compare(...alike(known, dateOf(String(asked), now)));
  return compare(fold(known), fold(String(asked)));
};

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** A day is compared by days, an instant by instants; a day that is compared with an instant is its midnight. */
const alike = (known: string, asked: string): readonly [string, string] =>
  asked.length === 10 ? [known.slice(0, 10), asked] : [known.length === 10 ? `${known}T00:00:00.000Z` : known, asked];

const dateOf = (text: string, now: Date): string => {
  const days = text === 'today' ? '0' : text.split(' day')[0];
  if (text !== 'today' && !text.includes('ago')) return text;
  return new Date(now.getTime() - Number(days) * 86_400_000).toISOString().slice(0, 10);
};
