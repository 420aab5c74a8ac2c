/** Keys of dispatch's one table. Numbers are padded, so that they sort. */
const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

export const runKey = (runId: string) => ({ pk: `run#${runId}`, sk: 'run' });
export const controlKey = (runId: string) => ({ pk: `run#${runId}`, sk: 'control' });
export const brownOutKey = (runId: string, at: number) => ({ pk: `run#${runId}`, sk: `brown-out#${padded(at, 15)}` });
export const chunkKey = (runId: string, chunk: number) => ({ pk: `run#${runId}`, sk: `chunk#${padded(chunk, 5)}` });
export const evidenceKey = (runId: string, chunk: number) => ({
  pk: `run#${runId}`,
  sk: `evidence#${padded(chunk, 5)}`,
});
export const wavePrefix = (wave: number) => `wave#${padded(wave, 5)}#`;
export const shardKey = (runId: string, wave: number, shard: number) => ({
  pk: `run#${runId}`,
  sk: `${wavePrefix(wave)}${padded(shard, 4)}`,
});
export const toldKey = (runId: string, wave: number) => ({ pk: `run#${runId}`, sk: `${wavePrefix(wave)}told` });
export const sweepKey = (runId: string, wave: number, shard: number) => ({
  pk: `run#${runId}`,
  sk: `sweep#${padded(wave, 5)}#${padded(shard, 4)}`,
});
export const openWaveKey = (runId: string, wave: number) => ({ pk: 'open-waves', sk: `${runId}#${padded(wave, 5)}` });
export const suppressionKey = (contactId: string) => ({ pk: `contact#${contactId}`, sk: 'suppression' });
export const smallSendKey = (kind: 'test' | 'confirmation', id: string, recipient: number) => ({
  pk: `${kind}#${id}`,
  sk: `recipient#${padded(recipient, 3)}`,
});
export const probeKey = (slot: number) => ({ pk: 'probes', sk: `probe#${padded(slot, 12)}` });
export const governorKey = { pk: 'governor', sk: 'governor' };
export const keptSlotsKey = { pk: 'governor', sk: 'kept' };

/** The number at the end of a sort key. */
export const numberIn = (sk: string): number => Number(sk.slice(sk.lastIndexOf('#') + 1));

const DAY_SECONDS = 86_400;

/** Longer than any run and the 14 days that a dead letter may wait: nothing may be created again after it expired. */
export const expiryAfterDays = (days: number, now: number): number => Math.floor(now / 1_000) + days * DAY_SECONDS;
export const RUN_DAYS = 400;
