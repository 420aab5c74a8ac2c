import { recordOverhead } from './assumptions.ts';
import { limits } from './limits.ts';

/** Events of SES that are folded together, as they come in. */
export interface Stream {
  readonly perSecond: number;
  readonly pollers: number;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly eventBytes: number;
}

/** As many events as a function can be handed at once. */
export const fittingBatch = ({ batchSize, eventBytes }: Pick<Stream, 'batchSize' | 'eventBytes'>): number =>
  Math.min(
    batchSize,
    Math.floor(limits.invocationBytes / (eventBytes * recordOverhead.escaping + recordOverhead.bytes)),
  );

/** Every poller gathers for itself, until its batch is full or its window over. */
export const batchOf = (stream: Stream): number =>
  Math.min(fittingBatch(stream), Math.max(1, (stream.perSecond * stream.windowSeconds) / stream.pollers));

/** How many of so many blocks are met by so many events that fall anywhere. */
export const blocksMet = (blocks: number, events: number): number => blocks * (1 - (1 - 1 / blocks) ** events);
