/** Tells whether a value from outside is what it is taken for. */
export type Shape<Value> = (value: unknown) => value is Value;

export const isText: Shape<string> = (value): value is string => typeof value === 'string';

export const isNumber: Shape<number> = (value): value is number => typeof value === 'number';

export const isNull: Shape<null> = (value): value is null => value === null;

const isMissing: Shape<undefined> = (value): value is undefined => value === undefined;

const isObject: Shape<object> = (value): value is object => typeof value === 'object' && value !== null;

export const either =
  <One, Other>(isOne: Shape<One>, isOther: Shape<Other>): Shape<One | Other> =>
  (value): value is One | Other =>
    isOne(value) || isOther(value);

export const orMissing = <Value>(isValue: Shape<Value>): Shape<Value | undefined> => either(isValue, isMissing);

export const listOf =
  <Item>(isItem: Shape<Item>): Shape<readonly Item[]> =>
  (value): value is readonly Item[] =>
    Array.isArray(value) && value.every(isItem);

export const recordOf =
  <Value>(isValue: Shape<Value>): Shape<Readonly<Record<string, Value>>> =>
  (value): value is Readonly<Record<string, Value>> =>
    isObject(value) && Object.values(value).every(isValue);

/** An object with these fields; what else it has does not matter. */
export const objectOf =
  <Value>(fields: { readonly [Field in keyof Value]: Shape<Value[Field]> }): Shape<Value> =>
  (value): value is Value => {
    if (!isObject(value)) return false;
    for (const name in fields) if (!fields[name](Reflect.get(value, name))) return false;
    return true;
  };
