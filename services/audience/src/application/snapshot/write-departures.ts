import type { Departing, Excluded, SnapshotPart } from '../../domain/snapshot.ts';
import { ChunkWriting } from './chunk-writing.ts';
import { type LaterRecipient, type Moment, Moments } from './moments.ts';
import type { PartRequest } from './ports.ts';
import type { ShardPage } from './read-shard.ts';
import type { WritingNeeds } from './write-part.ts';

/** What is open of all moments together, in characters: some 40,000 recipients as they usually are. */
const MOST_OPEN = 24_000_000;

interface Sizes extends Pick<PartRequest, 'shard' | 'chunkSize'> {
  readonly mostOpen?: number;
}

/**
 * Cuts the recipients of a shard into chunks of which each holds people of one moment. Of every moment one chunk is open, of fewer than fifty
 * moments therefore fewer than fifty chunks; should they be too long to hold, the longest is written as it is, and is a rest like those at the end.
 */
export const writeDepartures = async (
  pages: AsyncIterable<ShardPage<LaterRecipient>>,
  { shard, chunkSize, mostOpen = MOST_OPEN }: Sizes,
  { chunks, take, onPage }: WritingNeeds,
): Promise<SnapshotPart> => {
  const writing = new ChunkWriting(chunks, take);
  const moments = new Moments();
  const excluded: Record<keyof Excluded, number> = { unsubscribed: 0, suppressed: 0, leftOut: 0 };
  let recipients = 0;
  const write = async (moment: Moment) => {
    const full = moment.open.length === chunkSize;
    const number = await writing.begin(moments.close(moment));
    (full ? moment.full : moment.rests).push(number);
  };

  for await (const page of pages) {
    for (const exclusion of page.excluded) excluded[exclusion] += 1;
    recipients += page.recipients.length;
    for (const recipient of page.recipients) {
      const moment = moments.add(recipient);
      if (moment.open.length === chunkSize) await write(moment);
      else if (moments.characters > mostOpen) await write(moments.longest());
    }
    await onPage(recipients);
  }
  for (const moment of moments.all()) if (moment.open.length > 0) await write(moment);

  const written = await writing.end();
  const chunksOf = (numbers: readonly number[]) => numbers.flatMap((number) => written[number] ?? []);
  const departures = moments
    .all()
    .map(({ notBefore, full, rests }): Departing => ({ notBefore, full: chunksOf(full), rests: chunksOf(rests) }));
  return { shard, excluded, full: [], departures };
};
