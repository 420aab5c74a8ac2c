/** The links of a run that have a number: their places, in the order in which they were first followed. */
export type NumberedLinks = readonly string[];

/** A mail has some dozen links. What goes beyond this is counted together. */
export const MOST_LINKS = 100;
/** The number of all links that have none of their own. */
export const OTHER_LINKS = 126;

/** Links that differ in nothing but their query: more than these differ from recipient to recipient, and are counted together. */
const MOST_ALIKE = 20;

/** The number of a link, once it and whatever came with it has been numbered. What has a number once, keeps it. */
export const numberOfLink = (known: NumberedLinks, link: string | undefined): number => {
  const own = link === undefined ? -1 : known.indexOf(link);
  if (own >= 0) return own;
  const alike = link === undefined ? -1 : known.indexOf(allAlike(link));
  return alike >= 0 ? alike : OTHER_LINKS;
};

/**
 * Numbers links that have none, as long as there is room; the same if there is nothing to do. Room only gets less: so a link that was
 * counted with others stays with them, and whatever comes again is counted where it was.
 */
export const numberingLinks = (known: NumberedLinks, links: readonly string[]): NumberedLinks =>
  [...new Set(links)].reduce(numberingOne, known);

const numberingOne = (known: NumberedLinks, link: string): NumberedLinks => {
  if (known.length >= MOST_LINKS || known.includes(link)) return known;
  const base = baseOf(link);
  const isRoom = known.filter((other) => baseOf(other) === base).length < MOST_ALIKE;
  if (isRoom) return [...known, link];
  return known.includes(allAlike(link)) ? known : [...known, allAlike(link)];
};

const baseOf = (link: string): string => link.split('?', 1)[0] ?? link;
const allAlike = (link: string): string => `${baseOf(link)}?…`;
