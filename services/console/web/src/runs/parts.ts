/** The figures of a domain or of an import in a run. */
export interface PartFigures {
  readonly delivered: number;
  readonly hardBounced: number;
  readonly softBounced: number;
  readonly undetermined: number;
  readonly complained: number;
  readonly rejected: number;
}

export interface HarmfulPart {
  readonly name: string;
  readonly harm: number;
  readonly of: number;
  readonly share: number;
}

const MOST_SHOWN = 10;

/** Parts that did harm, the largest share first: what one may want to leave out. A single bounce among thousands is none. */
export const harmfulParts = (parts: readonly (PartFigures & { readonly name: string })[]): readonly HarmfulPart[] =>
  parts
    .map(({ name, delivered, hardBounced, softBounced, undetermined, complained, rejected }) => {
      const harm = hardBounced + complained + rejected;
      const of = delivered + hardBounced + softBounced + undetermined + rejected;
      return { name, harm, of, share: of === 0 ? 0 : harm / of };
    })
    .filter(({ harm }) => harm > 0)
    .sort((a, b) => b.share - a.share || b.harm - a.harm)
    .slice(0, MOST_SHOWN);
