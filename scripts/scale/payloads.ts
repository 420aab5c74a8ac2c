import type { SnapshotManifestV1 } from '@bulkhead/contracts';
import { toRunItem } from '../../services/campaigns/src/adapters/run-item.ts';
import { toEvent } from '../../services/campaigns/src/adapters/to-event.ts';
import { freshPlan } from '../../services/campaigns/src/domain/plan.ts';
import { CHUNK_SIZE } from '../../services/campaigns/src/domain/snapshot.ts';
import { SnsFacts } from '../../services/dispatch/src/adapters/sns-facts.ts';
import { itemBytes } from './item-units.ts';

const HEX = '0123456789abcdef'.repeat(2);
const runId = `run_${HEX}`;
const campaignId = `cmp_${HEX}`;
const NOW = new Date('2026-11-21T10:00:00.000Z');
const cause = { correlationId: `${HEX}${HEX}`, causationId: `${runId}-2:wave:100:release` };
const FOLDER = `s3://bulkhead-prod-audience-000000000000/exchange/${runId}`;
const manifest = `${FOLDER}/manifest.json`;
const content = `s3://bulkhead-prod-campaigns-000000000000/exchange/${runId}/content.json`;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const numbersFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => first + n);

/** campaign_run.wave_released with so many chunks, the last ones of the run: their numbers are the longest. */
export const waveReleasedBytes = (chunks: number, last: number): number => {
  const wave = { wave: 200, final: false, chunks: numbersFrom(last - chunks + 1, chunks) };
  return sizeOf(toEvent({ fact: 'wave_released', runId, campaignId, attempt: 1, wave, manifest, content }, cause, NOW));
};

/** dispatch.wave_finished of a wave that was stopped in every chunk. */
export const waveFinishedBytes = async (chunks: number, last: number): Promise<number> => {
  const said: unknown[] = [];
  const topic = { publish: async (...events: readonly unknown[]) => void said.push(...events) };
  const facts = new SnsFacts(topic, { now: () => NOW.getTime() });
  const counts = { recipients: chunks * CHUNK_SIZE, accepted: 0, refused: 0, suppressed: 0, left: 0, unsettled: 0 };
  const report = {
    ...counts,
    pending: chunks * CHUNK_SIZE,
    chunksWithPending: numbersFrom(last - chunks + 1, chunks),
    chunksWithDoubt: [],
    unreadable: [],
  };
  await facts.waveFinished({ runId, wave: 200, final: false }, report, cause);
  return sizeOf(said[0]);
};

/** The manifest of a snapshot: an object in S3, read by every environment of a sender. */
export const manifestBytes = (chunks: number): number => {
  const chunk = { chunk: 0, rows: `${FOLDER}/take_${HEX}/chunk-00000.ndjson.gz`, recipients: 1_000, etag: `"${HEX}"` };
  const document: SnapshotManifestV1 = {
    version: 1,
    runId,
    listId: `lst_${HEX}`,
    listName: 'Newsletter',
    recipients: chunks * CHUNK_SIZE,
    fields: ['name'],
    unsubscribeUrl: 'https://abcdefghij.execute-api.eu-west-1.amazonaws.com/api/audience/unsubscribe/',
    chunks: [chunk],
  };
  return sizeOf(document) + (chunks - 1) * (sizeOf(chunk) + 1);
};

/** The item of a run whose every second chunk is in doubt: chunk numbers are stored as ranges, and there is none to join. */
export const worstRunItemBytes = (chunks: number): number => {
  const doubt = Array.from({ length: Math.floor(chunks / 2) }, (_, n) => n * 2);
  const plan = { ...freshPlan({ recipients: chunks * CHUNK_SIZE, chunks }), doubt };
  const about = { runId, campaignId, campaignName: 'Newsletter', listId: `lst_${HEX}`, attempt: 1, startedAt: NOW };
  return itemBytes(toRunItem({ ...about, status: 'running', plan, revision: 1 }));
};

const LONGEST_TOKEN = 2_048;

/** What a waiting state sends to the queue of run requests, and what the execution was started with. */
export const stateBytes = sizeOf({
  id: `${runId}-10:wave:200:release`,
  data: { runId, wave: 200, taskToken: 'x'.repeat(LONGEST_TOKEN) },
  input: { runId, campaignId, attempt: 10, correlationId: cause.correlationId },
});
