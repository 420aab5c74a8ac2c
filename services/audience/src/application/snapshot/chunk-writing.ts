import type { SnapshotChunk } from '../../domain/snapshot.ts';
import type { Recipient, SnapshotChunks, Take } from './ports.ts';

/** Chunks that are being written while the next is read: few enough to hold. */
const WRITES_AT_ONCE = 3;

/** Writes the chunks of a take while others are read. */
export class ChunkWriting {
  readonly #chunks: Pick<SnapshotChunks, 'write'>;
  readonly #take: Take;
  readonly #writing: Promise<SnapshotChunk>[] = [];

  constructor(chunks: Pick<SnapshotChunks, 'write'>, take: Take) {
    this.#chunks = chunks;
    this.#take = take;
  }

  get begun(): number {
    return this.#writing.length;
  }

  /** Answers with the number of the chunk among those that were begun, as soon as there is room to write it. */
  async begin(recipients: readonly Recipient[]): Promise<number> {
    await this.#writing.at(-WRITES_AT_ONCE);
    const number = this.#writing.length;
    this.#writing.push(heard(this.#chunks.write(this.#take, numbered(number), recipients)));
    return number;
  }

  /** All of them, written. */
  end(): Promise<readonly SnapshotChunk[]> {
    return Promise.all(this.#writing);
  }
}

export const numbered = (chunk: number): string => `chunk-${String(chunk).padStart(5, '0')}`;

/** Whoever awaits it hears of its failure, which may be later. */
const heard = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};
