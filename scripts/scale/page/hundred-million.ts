import { SendChunkV1 } from '@bulkhead/contracts';
import * as z from 'zod/mini';
import { CHUNK_SIZE } from '../../../services/campaigns/src/domain/snapshot.ts';
import { secondsOfPart } from '../audience.ts';
import { dollarsOf } from '../bill.ts';
import { type Figures, MILLION, TEN_MILLION } from '../figures.ts';
import { limits } from '../limits.ts';
import { bytes, duration, grouped, money, table } from '../markdown.ts';
import { manifestBytes, waveReleasedBytes, worstRunItemBytes } from '../payloads.ts';
import { chunksOf } from '../run-plan.ts';
import { timeoutSecondsOf } from '../stacks.ts';
import { millions } from './demands.ts';
import { largestSnapshot, perMillion } from './per-mail.ts';

const HUNDRED_MILLION = 10 * TEN_MILLION;

const isChunkNumber = (chunk: number): boolean =>
  z.safeParse(z.pick(SendChunkV1.shape.data, { chunk: true }), { chunk }).success;

/** The largest number for which something holds that holds for all smaller ones. */
const largest = (holds: (value: number) => boolean, most: number): number => {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

const recipientsOf = (chunks: number): string => millions(chunks * CHUNK_SIZE);

/** What gives way, in the order in which it does. */
export const breaksTable = (figures: Figures): string => {
  const chunks = chunksOf(HUNDRED_MILLION);
  const lastChunk = largest(isChunkNumber, MILLION);
  const fitting = largest((count) => waveReleasedBytes(count, chunks) <= limits.messageBytes, chunks);
  const ranged = largest((count) => worstRunItemBytes(count) <= limits.itemBytes, 10 * chunks);
  const { hundred, all } = figures;
  const health = dollarsOf({ readUnits: hundred.feedback.health.readUnits });
  const healthOfTen = dollarsOf({ readUnits: all.at(-1)?.feedback.health.readUnits ?? 0 });

  return table(
    ['what', 'at 100 million', 'gives way at'],
    [
      [
        'one function takes a sixteenth of the snapshot',
        `${duration(secondsOfPart(HUNDRED_MILLION))} of ${timeoutSecondsOf('audience', 'onTakeSnapshotPart')} s`,
        millions(largestSnapshot(hundred)),
      ],
      [
        'a settling or cancelled wave names its chunks in one message of 256 KB',
        bytes(waveReleasedBytes(chunks, chunks)),
        `${recipientsOf(fitting)}, if all are in doubt`,
      ],
      [
        'the item of a run, every second chunk in doubt',
        bytes(worstRunItemBytes(chunks)),
        ranged >= 10 * chunks ? 'not here' : `${recipientsOf(ranged)}`,
      ],
      [`chunk numbers end at ${grouped(lastChunk)}`, `${grouped(chunks)} chunks`, recipientsOf(lastChunk + 1)],
      ['every sender reads the whole manifest', bytes(manifestBytes(chunks)), 'grows, holds'],
      [
        'health is summed over all bitmaps of the run',
        `$${money(health)} a run, $${money(healthOfTen)} at ten million`,
        'grows with the square',
      ],
      [`time to send at ${grouped(hundred.rate)}/s granted`, duration(hundred.sendingSeconds), 'grows, holds'],
      ['above SES, all events', `$${money(perMillion(hundred))} per million`, '-'],
    ],
  );
};
