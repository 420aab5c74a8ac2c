import { emptyBitmap, including } from './bitmap.ts';
import type { EngagementMark } from './engagement.ts';
import type { LinkBitmap } from './link-clicks.ts';
import type { OutcomeKind } from './outcome.ts';
import type { BlockOutcomes } from './tally.ts';

/** What marks say of one bitmap. */
interface Marked {
  readonly block: number;
  readonly positions: readonly number[];
}

export interface MarkedOutcomes extends Marked {
  readonly kind: OutcomeKind;
  /** The numbers of the mail readers of those who opened. */
  readonly partsOf: ReadonlyMap<number, readonly number[]>;
  /** The minute at which the hour began in which it happened; first, if it did several times. */
  readonly minutes: ReadonlyMap<number, number>;
}

export interface MarkedLink extends Marked, Pick<LinkBitmap, 'link' | 'visitor'> {}

/** The kind of outcome that a mark belongs to; none yet if somebody was hasty. */
const kindOf = ({ kind, visitor }: EngagementMark): OutcomeKind | undefined => {
  if (visitor === 'hasty') return undefined;
  return visitor === 'machine' ? `${kind}_by_machine` : kind;
};

/** The outcomes that marks make. */
export const markedOutcomes = (marks: readonly EngagementMark[]): readonly MarkedOutcomes[] => {
  const settled = marks.flatMap((mark) => {
    const kind = kindOf(mark);
    return kind === undefined ? [] : [{ kind, mark }];
  });
  return [...Map.groupBy(settled, ({ kind, mark: { block } }) => `${kind}/${block}`).values()].flatMap((same) =>
    same.slice(0, 1).map(({ kind, mark: { block } }) => ({
      kind,
      block,
      positions: same.map(({ mark }) => mark.position),
      partsOf: clientsOf(same.map(({ mark }) => mark)),
      minutes: minutesOf(same.map(({ mark }) => mark)),
    })),
  );
};

/** Of several mail readers that somebody has opened with, the one with the smallest number, in whatever order they come. */
const clientsOf = (marks: readonly EngagementMark[]): ReadonlyMap<number, readonly number[]> => {
  const clients = new Map<number, readonly [number]>();
  for (const { position, client } of marks) {
    if (client !== undefined) clients.set(position, [Math.min(client, clients.get(position)?.[0] ?? client)]);
  }
  return clients;
};

const minutesOf = (marks: readonly EngagementMark[]): ReadonlyMap<number, number> => {
  const minutes = new Map<number, number>();
  for (const { position, hour } of marks) {
    if (hour !== undefined) minutes.set(position, Math.min(hour * 60, minutes.get(position) ?? hour * 60));
  }
  return minutes;
};

/** The bitmaps of links that marks make. */
export const markedLinks = (marks: readonly EngagementMark[]): readonly MarkedLink[] => {
  const clicks = marks.flatMap(({ link, visitor, block, position }) =>
    link === undefined ? [] : [{ link, visitor, block, position }],
  );
  return [...Map.groupBy(clicks, ({ link, visitor, block }) => `${link} ${visitor}/${block}`).values()].flatMap(
    (same) =>
      same
        .slice(0, 1)
        .map(({ link, visitor, block }) => ({ link, visitor, block, positions: same.map(({ position }) => position) })),
  );
};

const bitmapOf = ({ positions }: Marked) => including(emptyBitmap, positions);

/** The bitmaps that marks make, and who was hasty is not in them. */
export const bitmapsOf = (marks: readonly EngagementMark[]): readonly BlockOutcomes[] =>
  markedOutcomes(marks).map((marked) => ({ kind: marked.kind, block: marked.block, bitmap: bitmapOf(marked) }));

export const linkBitmapsOf = (marks: readonly EngagementMark[]): readonly LinkBitmap[] =>
  markedLinks(marks).map((marked) => ({
    link: marked.link,
    visitor: marked.visitor,
    block: marked.block,
    bitmap: bitmapOf(marked),
  }));
