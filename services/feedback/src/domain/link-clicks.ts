import { type Bitmap, emptyBitmap, including, positionsIn, size, union, without } from './bitmap.ts';
import type { BlockOutcomes } from './tally.ts';
import { LINKS_OF_SCANNER, type Visitor } from './visit.ts';

/** Who has followed a link, in one block of a run. */
export interface LinkBitmap {
  /** Its number. */
  readonly link: number;
  readonly visitor: Visitor;
  readonly block: number;
  readonly bitmap: Bitmap;
}

/** How many people have followed a link, and for how many of the others only a machine has. */
export interface LinkFigures {
  readonly clicks: number;
  readonly machine: number;
}

/** Who of the hasty of one block is a scanner: who followed so many different links. */
const scannersOf = (hasty: readonly LinkBitmap[]): Bitmap => {
  const links = new Map<number, number>();
  for (const same of Map.groupBy(hasty, ({ link }) => link).values()) {
    for (const position of positionsIn(joined(same))) links.set(position, (links.get(position) ?? 0) + 1);
  }
  const scanners = [...links].filter(([, followed]) => followed >= LINKS_OF_SCANNER);
  return including(
    emptyBitmap,
    scanners.map(([position]) => position),
  );
};

/** What the hasty are found to be when somebody asks: people who clicked, or machines. */
export const outcomesOfHasty = (links: readonly LinkBitmap[]): readonly BlockOutcomes[] =>
  [...Map.groupBy(links.filter(isHasty), ({ block }) => block)].flatMap(([block, hasty]) => {
    const scanners = scannersOf(hasty);
    return [
      { kind: 'clicked', block, bitmap: without(joined(hasty), scanners) } as const,
      { kind: 'clicked_by_machine', block, bitmap: scanners } as const,
    ].filter(({ bitmap }) => size(bitmap) > 0);
  });

/** The figures of the links of one block, by their numbers. */
export const figuresOfBlock = (links: readonly LinkBitmap[]): ReadonlyMap<number, LinkFigures> => {
  const scanners = scannersOf(links.filter(isHasty));
  return new Map(
    [...Map.groupBy(links, ({ link }) => link)].map(([link, same]) => {
      const hasty = joined(same.filter(isHasty));
      const people = union([without(hasty, scanners), joined(same.filter(({ visitor }) => visitor === 'person'))]);
      return [link, { clicks: size(people), machine: size(without(joined(same), people)) }];
    }),
  );
};

const isHasty = ({ visitor }: LinkBitmap): boolean => visitor === 'hasty';
const joined = (links: readonly LinkBitmap[]): Bitmap => union(links.map(({ bitmap }) => bitmap));
