import type { Check, Preflight } from '../campaign.ts';
import type { Level, OwnCheck } from './own-check.ts';

export type AnyCheck = Check | OwnCheck;

const ORDER = ['stop', 'warn', 'pending', 'ok'] as const satisfies readonly Level[];

/** What stops first, what is fine last. */
export const inOrder = (checks: readonly AnyCheck[]): readonly AnyCheck[] =>
  checks.toSorted((one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level));

type Looked = Pick<Preflight, 'checks' | 'canLaunch'>;

const VERDICTS = ['stop', 'pending', 'warn', 'ok'] as const;
export type Verdict = (typeof VERDICTS)[number];

const ownVerdict = (looked: Looked | undefined): Verdict => {
  if (looked === undefined) return 'pending';
  return looked.canLaunch ? 'ok' : 'stop';
};

/** What all checks together say: nothing red may launch, nor anything that has not been looked at. */
export const verdictOf = (looked: Looked | undefined, own: readonly OwnCheck[]): Verdict => {
  const levels = [ownVerdict(looked), ...[...(looked?.checks ?? []), ...own].map(({ level }) => level)];
  return VERDICTS.find((verdict) => levels.includes(verdict)) ?? 'ok';
};

export const mayLaunch = (verdict: Verdict): boolean => verdict === 'ok' || verdict === 'warn';

/** Whether whoever is asked for the last time has seen all there is to see, also what has turned up since. */
export const isAgreed = (verdict: Verdict, hasLooked: boolean): boolean =>
  mayLaunch(verdict) && (verdict === 'ok' || hasLooked);
