import { SomeAtOnce } from '../some-at-once.ts';
import type { FrozenRecipients, FrozenSnapshots, Mailing } from './ports.ts';

export type FindMailings = (contactId: string) => Promise<readonly Mailing[]>;

const RUNS_AT_ONCE = 12;

/**
 * Finds the runs whose recipients somebody is among, and where. Recipients are frozen in the order of their ids, so of a run of ten million
 * it takes about two dozen chunks to know; where people are mailed by the clock where they are, that for every moment.
 */
export const makeFindMailings =
  (snapshots: FrozenSnapshots): FindMailings =>
  async (contactId) => {
    const found: Mailing[] = [];
    const looking = new SomeAtOnce(RUNS_AT_ONCE);
    for await (const runs of snapshots.runs()) {
      for (const runId of runs) {
        await looking.begin(async () => {
          const recipients = await snapshots.find(runId);
          const place = recipients && (await placeOf(recipients, contactId));
          if (place !== undefined) found.push({ runId, ...place });
        });
      }
    }
    await looking.end();
    return found.toSorted((one, other) => (one.runId < other.runId ? -1 : 1));
  };

type Place = Pick<Mailing, 'chunk' | 'offset'>;

const placeOf = async (recipients: FrozenRecipients, contactId: string): Promise<Place | undefined> => {
  for (const row of recipients.rows) {
    const place = await search(recipients, row, contactId);
    if (place !== undefined) return place;
  }
  return undefined;
};

/** Halves what is left until a chunk spans the id, or none is left. */
const search = async (
  recipients: FrozenRecipients,
  row: readonly number[],
  contactId: string,
): Promise<Place | undefined> => {
  const middle = row.length >> 1;
  const chunk = row[middle];
  const rows = chunk === undefined ? undefined : await recipients.read(chunk);
  if (chunk === undefined || rows === undefined) return undefined;
  if (contactId < rows.firstId) return search(recipients, row.slice(0, middle), contactId);
  if (contactId > rows.lastId) return search(recipients, row.slice(middle + 1), contactId);
  const offset = rows.offsetOf(contactId);
  return offset === undefined ? undefined : { chunk, offset };
};
