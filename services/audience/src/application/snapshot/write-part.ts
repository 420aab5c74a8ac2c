import type { Excluded, SnapshotChunk, SnapshotPart } from '../../domain/snapshot.ts';
import type { PartRequest, Recipient, SnapshotChunks, Take } from './ports.ts';
import type { ShardPage } from './read-shard.ts';

/** Chunks that are being written while the next is read: few enough to hold. */
const WRITES_AT_ONCE = 3;

interface Needs {
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
  { chunks, take, onPage }: Needs,
): Promise<SnapshotPart> => {
  const writing: Promise<SnapshotChunk>[] = [];
  const excluded: Record<keyof Excluded, number> = { unsubscribed: 0, suppressed: 0, leftOut: 0 };
  let waiting: readonly Recipient[] = [];
  let recipients = 0;
  const sizeOfNext = () => (shard === 0 && writing.length === 0 ? firstChunkSize : chunkSize);

  for await (const page of pages) {
    for (const exclusion of page.excluded) excluded[exclusion] += 1;
    recipients += page.recipients.length;
    waiting = [...waiting, ...page.recipients];
    for (let size = sizeOfNext(); waiting.length >= size; size = sizeOfNext()) {
      await writing.at(-WRITES_AT_ONCE);
      writing.push(heard(chunks.write(take, numbered(writing.length), waiting.slice(0, size))));
      waiting = waiting.slice(size);
    }
    await onPage(recipients);
  }
  const rest = waiting.length === 0 ? undefined : await chunks.write(take, 'rest', waiting);
  return { shard, excluded, ...inPlace(shard, await Promise.all(writing)), ...(rest && { rest }) };
};

const inPlace = (shard: number, written: readonly SnapshotChunk[]): Pick<SnapshotPart, 'first' | 'full'> => {
  const [first, ...full] = written;
  return shard === 0 && first !== undefined ? { first, full } : { full: written };
};

export const numbered = (chunk: number): string => `chunk-${String(chunk).padStart(5, '0')}`;

/** Whoever awaits it hears of its failure, which may be later. */
const heard = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};
