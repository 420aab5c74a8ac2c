export interface MergeField {
  readonly name: string;
  /** Of a chosen list: how many of its people have no value. */
  readonly missing?: number;
  readonly of?: number;
}

interface Values {
  readonly count: number;
  readonly missing?: Readonly<Record<string, number>>;
}

/** What can be written of people: of all, whatever anybody has; of a list, what somebody on it has, and how many have not. */
export const mergeFieldsOf = (names: readonly string[], values: Values | undefined): readonly MergeField[] => {
  if (values?.missing === undefined || values.count === 0) return names.map((name) => ({ name }));
  const { count: of, missing } = values;
  return names
    .map((name) => ({ name, missing: missing[name] ?? 0, of }))
    .filter((field) => field.missing < of)
    .toSorted((one, other) => one.missing - other.missing);
};
