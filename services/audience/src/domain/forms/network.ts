/**
 * Whom an address of the internet stands for: itself in version 4, the first 64 bits in version 6, where one household has
 * as many of the others as it likes. Version 4 in the clothes of version 6 is version 4.
 */
export const networkOf = (address: string): string => {
  const inside = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (inside !== undefined) return inside;
  if (!address.includes(':')) return address;
  const [bare = ''] = address.toLowerCase().split('%');
  const [before = '', after] = bare.split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const groups =
    after === undefined ? head : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));
