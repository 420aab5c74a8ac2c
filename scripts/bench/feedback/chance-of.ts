/** A number that looks drawn, and is the same every time: FNV-1a of what it is about. */
export const chanceOf = (about: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < about.length; n += 1) hash = Math.imul(hash ^ about.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};
