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

const holdsOne = ({ field, operator, value }: Rule, person: Person, terms: Terms): boolean => {
  if (field === 'list') {
    const isOn = [value].flat().some((listId) => Object.keys(person.lists ?? {}).includes(String(listId)));
    return operator === 'in' ? isOn : !isOn;
  }
  const known = valueOf(field, person);
  const isThere = known !== undefined && known !== '';
  const values: readonly Scalar[] = typeof value === 'object' ? value : value === undefined ? [] : [value];
  const [first = '', second = ''] = values;
  const order = (asked: Scalar): number =>
    isThere ? orderOf(known, asked, typeOf(field, terms), terms.now) : Number.NaN;
  const texts = [fold(known ?? ''), fold(String(first))] as const;
  switch (operator) {
    case '=':
      return order(first) === 0;
    case '!=':
      return order(first) !== 0;
    case '<':
      return order(first) < 0;
    case '<=':
      return order(first) <= 0;
    case '>':
      return order(first) > 0;
    case '>=':
      return order(first) >= 0;
    case 'between':
      return order(first) >= 0 && order(second) <= 0;
    case 'notBetween':
      return !(order(first) >= 0 && order(second) <= 0);
    case 'in':
      return values.some((each) => order(each) === 0);
    case 'notIn':
      return values.every((each) => order(each) !== 0);
    case 'null':
      return !isThere;
    case 'notNull':
      return isThere;
    case 'contains':
      return texts[0].split(texts[1]).length > 1;
    case 'doesNotContain':
      return texts[0].split(texts[1]).length === 1;
    case 'beginsWith':
      return texts[0].slice(0, texts[1].length) === texts[1];
    case 'doesNotBeginWith':
      return texts[0].slice(0, texts[1].length) !== texts[1];
    case 'endsWith':
      return texts[0].slice(-texts[1].length) === texts[1];
    case 'doesNotEndWith':
      return texts[0].slice(-texts[1].length) !== texts[1];
  }
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

const orderOf = (known: string, asked: Scalar, type: AttributeType, now: Date): number => {
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
