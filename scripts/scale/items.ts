import { CHUNK_SIZE } from '../../services/campaigns/src/domain/snapshot.ts';
import { chunkKey, shardKey } from '../../services/dispatch/src/adapters/keys.ts';
import { toLedgerItem } from '../../services/dispatch/src/adapters/ledger-item.ts';
import { toShardItem } from '../../services/dispatch/src/adapters/wave-item.ts';
import { untouchedChunk } from '../../services/dispatch/src/domain/chunk-state.ts';
import { shardsOf } from '../../services/dispatch/src/domain/wave.ts';
import { packMarks } from '../../services/feedback/src/adapters/engagement-marks.ts';
import { engagedPk, outcomeSk, runPk } from '../../services/feedback/src/adapters/keys.ts';
import { BLOCK_BYTES } from '../../services/feedback/src/domain/block.ts';
import { itemBytes } from './item-units.ts';

/** Ids as long as contracts let them be. */
const LONGEST_ID = 'x'.repeat(40);
const LATE = 1_795_000_000_000;
const LAST_CHUNK = 99_999;

/** The ledger item of a chunk, in use. */
export const ledgerBytes = itemBytes({
  ...chunkKey(LONGEST_ID, LAST_CHUNK),
  ...toLedgerItem({
    ...untouchedChunk(CHUNK_SIZE, 'x'.repeat(16)),
    owner: 'x'.repeat(16),
    leaseUntil: LATE,
    claimDeadline: LATE,
    quietAt: LATE,
    wave: 100,
    shutWave: 100,
    tick: 100,
    rev: 1_000,
    writeId: 'x'.repeat(20),
  }),
  ttl: LATE,
});

/** The item of a wave's shard when so many of its chunks are done. */
export const shardBytes = (chunks: number): number => {
  const numbers = Array.from({ length: chunks }, (_, n) => 9_984 + n);
  const [shard] = shardsOf(new Map(numbers.map((chunk) => [chunk, untouchedChunk(CHUNK_SIZE, '')])));
  if (shard === undefined) return 0;
  return itemBytes({
    ...shardKey(LONGEST_ID, 200, shard.shard),
    ...toShardItem(shard, { final: false }),
    done: new Set(shard.chunks),
    ttl: LATE,
  });
};

/** What so many opens and clicks make of an item of their journal. */
export const engagementEntryBytes = (marks: number): number =>
  itemBytes({ pk: engagedPk(LONGEST_ID), sk: 'x'.repeat(16), marks: '' }) + marks * engagementMarkBytes;
const aMark = (position: number) => ({ kind: 'clicked', visitor: 'person', block: 0, position }) as const;
const engagementMarkBytes = packMarks([aMark(0), aMark(1)]).length - packMarks([aMark(0)]).length;

/** The bitmap of one outcome in one block. */
export const bitmapBytes = itemBytes({
  pk: runPk(LONGEST_ID),
  sk: outcomeSk('bounced_undetermined', LAST_CHUNK),
  bits: new Uint8Array(BLOCK_BYTES),
  rev: 1_000,
});
