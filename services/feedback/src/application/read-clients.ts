import { has, size } from '../domain/bitmap.ts';
import { clientAt, type MailClient } from '../domain/mail-client.ts';
import { markedOutcomes } from '../domain/marked.ts';
import type { BlockOutcomes } from '../domain/tally.ts';
import type { Clock, EngagementJournal, Outcomes, Runs } from './ports.ts';
import { remembering } from './remembering.ts';

/** With which mail readers people have opened, the most used first. */
export interface ClientReport {
  readonly clients: readonly (MailClient & { readonly opens: number })[];
  /** People of whose mail readers nothing is known. */
  readonly unknown: number;
}

/** Undefined if nobody has told us anything of the run. */
export type ReadClients = (runId: string) => Promise<ClientReport | undefined>;

interface Parts {
  readonly journal: Pick<EngagementJournal, 'of'>;
  readonly outcomes: Pick<Outcomes, 'ofKind'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly clock: Clock;
}

/** Counts mail readers. Somebody who reads with several counts once, with the one that was folded first. */
export const makeReadClients = (parts: Parts): ReadClients => remembering(parts.clock, (runId) => read(parts, runId));

const read = async ({ journal, outcomes, runs }: Parts, runId: string): Promise<ClientReport | undefined> => {
  const noted = markedOutcomes((await journal.of(runId)).flatMap(({ marks }) => marks)).filter(isOpened);
  const folded = await outcomes.ofKind(runId, 'opened', 0);
  if (noted.length + folded.length === 0 && (await runs.find(runId)) === undefined) return undefined;

  const sums = new Map<number, number>();
  const add = (client: number, count: number): void => void sums.set(client, (sums.get(client) ?? 0) + count);
  for (const { parts = [] } of folded) for (const [client, count] of parts) add(client, count);
  const news = notYetFolded(noted, folded);
  for (const client of news.flatMap(({ clients }) => clients)) add(client, 1);

  const known = [...sums].flatMap(([number, opens]) => {
    const client = clientAt(number);
    return client === undefined ? [] : [{ ...client, opens }];
  });
  const people = folded.reduce((sum, { bitmap }) => sum + size(bitmap), 0) + news.length;
  return {
    clients: known.toSorted((a, b) => b.opens - a.opens),
    unknown: people - known.reduce((sum, { opens }) => sum + opens, 0),
  };
};

const isOpened = ({ kind }: { readonly kind: string }): boolean => kind === 'opened';

/** Who is noted, and in no bitmap yet. */
const notYetFolded = (noted: ReturnType<typeof markedOutcomes>, folded: readonly BlockOutcomes[]) => {
  const bitmaps = new Map(folded.map(({ block, bitmap }) => [block, bitmap]));
  return noted.flatMap(({ block, positions, partsOf }) =>
    [...new Set(positions)].flatMap((position) => {
      const bitmap = bitmaps.get(block);
      if (bitmap !== undefined && has(bitmap, position)) return [];
      return [{ clients: partsOf.get(position) ?? [] }];
    }),
  );
};
