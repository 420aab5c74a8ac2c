import { blockOf, positionOf } from './block.ts';
import { type MailClient, numberOfClient } from './mail-client.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import { type NumberedLinks, numberOfLink } from './run-links.ts';
import { type Visitor, visitorOf } from './visit.ts';

/** What people do with a mail: it comes from all over a run, for days, and nobody is in a hurry for it. */
export const engagementKinds = ['opened', 'clicked'] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** That somebody or something has opened or clicked: where the bits are that say so. */
export interface EngagementMark {
  readonly kind: EngagementKind;
  readonly visitor: Visitor;
  readonly block: number;
  readonly position: number;
  /** The number of the link that was followed; absent where it is not known. */
  readonly link?: number;
  /** The number of the mail reader that a person has opened with. */
  readonly client?: number;
  /** In which hour, counted since 1970; absent where an earlier version noted it. */
  readonly hour?: number;
}

/**
 * Notes are folded when so many of them come to one bitmap: a bitmap costs a unit to write, however many bits it gets. Until then they
 * are read beside the bitmaps, of which they are a small part.
 */
export const MARKS_PER_BITMAP = 48;

/** A journal is read and folded in parts of so many blocks, 1.8 million recipients: what one function does in a few seconds. */
export const BLOCKS_PER_PART = 256;

export const partOf = ({ block }: Pick<EngagementMark, 'block'>): number => Math.floor(block / BLOCKS_PER_PART);

export const isEngagementKind = (kind: OutcomeKind): kind is EngagementKind =>
  engagementKinds.some((known) => known === kind);

/** The mark of an outcome; none if it is not about engagement. */
export const engagementMarkOf = (
  outcome: Outcome,
  { links, instantMs }: { readonly links: NumberedLinks; readonly instantMs: number },
): EngagementMark | undefined => {
  const { kind, visit } = outcome;
  if (!isEngagementKind(kind)) return undefined;
  const visitor = visitorOf(outcome, instantMs);
  const place = { visitor, block: blockOf(outcome.chunk), position: positionOf(outcome), hour: hourOf(outcome.at) };
  if (kind === 'clicked') return { kind, ...place, ...(visit && { link: numberOfLink(links, visit.link) }) };
  return { kind, ...place, ...(visitor === 'person' && ofClient(visit?.client)) };
};

const hourOf = (instant: Date): number => Math.floor(instant.getTime() / 3_600_000);

const ofClient = (client: MailClient | undefined) => client && { client: numberOfClient(client) };

/** Whether noted marks are so many that folding them pays. */
export const isWorthFolding = (marks: readonly EngagementMark[]): boolean => {
  const outcomes = new Set(marks.map(({ kind, visitor, block }) => `${kind} ${visitor}/${block}`));
  const links = new Set(
    marks.flatMap((mark) => (mark.link === undefined ? [] : `${mark.link} ${mark.visitor}/${mark.block}`)),
  );
  const bitmaps = outcomes.size + links.size;
  return bitmaps > 0 && marks.length >= bitmaps * MARKS_PER_BITMAP;
};
