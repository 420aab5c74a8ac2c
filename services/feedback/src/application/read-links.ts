import { figuresOfBlock, type LinkBitmap, type LinkFigures } from '../domain/link-clicks.ts';
import { linkBitmapsOf } from '../domain/marked.ts';
import { OTHER_LINKS } from '../domain/run-links.ts';
import type { Clock, EngagementJournal, LinkClicks, RunLinks, Runs } from './ports.ts';
import { remembering } from './remembering.ts';

/** The links of a run, those that most people followed first, and all those that have no number of their own. */
export interface LinkReport {
  readonly links: readonly (LinkFigures & { readonly link: string })[];
  readonly others: LinkFigures;
}

/** Undefined if nobody has told us anything of the run. */
export type ReadLinks = (runId: string) => Promise<LinkReport | undefined>;

interface Parts {
  readonly journal: Pick<EngagementJournal, 'of'>;
  readonly linkClicks: Pick<LinkClicks, 'of' | 'hasty'>;
  readonly runLinks: Pick<RunLinks, 'of'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly clock: Clock;
}

const NONE: LinkFigures = { clicks: 0, machine: 0 };

/** Counts who has followed the links of a run, block by block; remembers the figures for a moment. */
export const makeReadLinks = (parts: Parts): ReadLinks => remembering(parts.clock, (runId) => read(parts, runId));

const read = async (parts: Parts, runId: string): Promise<LinkReport | undefined> => {
  const figures = await figuresOf(parts, runId);
  if (figures.size === 0 && (await parts.runs.find(runId)) === undefined) return undefined;

  // Links are numbered before anybody is noted: whatever is counted by now has a name.
  const names = await parts.runLinks.of(runId);
  const links = names.map((link, number) => ({ link, ...(figures.get(number) ?? NONE) }));
  return {
    links: links.toSorted((a, b) => b.clicks - a.clicks || b.machine - a.machine),
    others: figures.get(OTHER_LINKS) ?? NONE,
  };
};

/** The journal and the hasty are read first: what leaves the journal is in the bitmaps by then. */
const figuresOf = async ({ journal, linkClicks }: Parts, runId: string): Promise<ReadonlyMap<number, LinkFigures>> => {
  const noted = linkBitmapsOf((await journal.of(runId)).flatMap(({ marks }) => marks));
  const waiting = Map.groupBy([...noted, ...(await linkClicks.hasty(runId, { from: 0 }))], ({ block }) => block);
  const sums = new Map<number, LinkFigures>();
  const count = (bitmaps: readonly LinkBitmap[]): void => {
    for (const [link, { clicks, machine }] of figuresOfBlock(bitmaps)) {
      const before = sums.get(link) ?? NONE;
      sums.set(link, { clicks: before.clicks + clicks, machine: before.machine + machine });
    }
  };

  for await (const folded of linkClicks.of(runId)) {
    const block = folded[0]?.block ?? 0;
    count([...folded, ...(waiting.get(block) ?? [])]);
    waiting.delete(block);
  }
  for (const bitmaps of waiting.values()) count(bitmaps);
  return sums;
};
