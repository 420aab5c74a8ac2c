type Texts = Readonly<Record<string, string>>;

export const sameEntries = (one: Texts, other: Texts): boolean => {
  const names = Object.keys(other);
  return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name]);
};
