import { has } from '../src/domain/bitmap.ts';
import type { Mail } from './mail.ts';
import type { TimedReport } from './pipeline.ts';

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const bounds = { drainMs: MINUTE, figuresMs: MINUTE, hiddenMs: 190 * SECOND };

const place = { runId: 'run_1', chunk: 9 };
export const mail = (offset: number, acceptedAtMs: number, given: Partial<Mail> = {}): Mail => ({
  what: { ...place, offset },
  acceptedAtMs,
  transitMs: SECOND,
  ...given,
});
export const probe = (name: string, acceptedAtMs: number, given: Partial<Mail> = {}): Mail => ({
  what: { probe: name },
  acceptedAtMs,
  transitMs: SECOND,
  ...given,
});
export const askFor = (name: string, probeAtMs: number) => ({ ...place, probe: name, probeAtMs });
export const offsetsIn = ({ seen }: TimedReport): readonly number[] =>
  Array.from({ length: 1_000 }, (_, offset) => offset).filter((offset) => has(seen, offset));
