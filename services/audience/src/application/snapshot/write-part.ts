import type { Excluded, SnapshotChunk, SnapshotPart } from '../../domain/snapshot.ts';
import { ChunkWriting } from './chunk-writing.ts';
import type { PartRequest, Recipient, SnapshotChunks, Take } from './ports.ts';
import type { ShardPage } from './read-shard.ts';

export interface WritingNeeds {
  readonly chunks: Pick<SnapshotChunks, 'write'>;
  readonly take: Take;
  /** Called after every page with the recipients so far. */
  readonly onPage: (recipients: number) => Promise<void>;
}

type Sizes = Pick<PartRequest, 'shard' | 'chunkSize' | 'firstChunkSize'>;

/** Cuts the recipients of a shard into full chunks and what is left. The first shard begins with the short chunk of the run. */
export const writePart = async (
  pages: AsyncIterable<ShardPage>,
  { shard, chunkSize, firstChunkSize }: Sizes,
  { chunks, take, onPage }: WritingNeeds,
): Promise<SnapshotPart> => {
  const writing = new ChunkWriting(chunks, take);
  const excluded: Record<keyof Excluded, number> = { unsubscribed: 0, suppressed: 0, leftOut: 0 };
  let waiting: readonly Recipient[] = [];
  let recipients = 0;
  const sizeOfNext = () => (shard === 0 && writing.begun === 0 ? firstChunkSize : chunkSize);

  for await (const page of pages) {
    for (const exclusion of page.excluded) excluded[exclusion] += 1;
    recipients += page.recipients.length;
    waiting = [...waiting, ...page.recipients];
    for (let size = sizeOfNext(); waiting.length >= size; size = sizeOfNext()) {
      await writing.begin(waiting.slice(0, size));
      waiting = waiting.slice(size);
    }
    await onPage(recipients);
  }
  const rest = waiting.length === 0 ? undefined : await chunks.write(take, 'rest', waiting);
  return { shard, excluded, ...inPlace(shard, await writing.end()), ...(rest && { rest }) };
};

const inPlace = (shard: number, written: readonly SnapshotChunk[]): Pick<SnapshotPart, 'first' | 'full'> => {
  const [first, ...full] = written;
  return shard === 0 && first !== undefined ? { first, full } : { full: written };
};
