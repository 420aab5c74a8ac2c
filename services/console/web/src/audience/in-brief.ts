/** Fields that say who somebody is come first. */
const FIRST = ['name', 'firstname', 'first_name', 'lastname', 'last_name', '이름', '성명'];

const rank = (name: string): number => {
  const place = FIRST.indexOf(name.toLowerCase());
  return place < 0 ? FIRST.length : place;
};

/** What says nothing where no name of a field stands beside it. */
const MUTE = ['', 'true', 'false'];

/** What is known of somebody, in a line: the name first, the rest by the names of the fields. */
export const inBrief = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .filter(([, value]) => !MUTE.includes(value))
    .toSorted(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other))
    .map(([, value]) => value)
    .join(' · ');
