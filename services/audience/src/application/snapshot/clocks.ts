import { type LocalTime, makeDepartureOf } from '../../domain/local-time.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { SnapshotProblem, SnapshotRequest } from './ports.ts';

/** What tells when people may be mailed. */
export interface Clocks extends Pick<LocalTime, 'field'> {
  /** By what somebody's field holds, or by nothing. */
  readonly departureOf: (zone: string | undefined) => string;
}

/** `undefined` where everybody is mailed as soon as the run comes to them. */
export const clocksOf = ({
  localTime,
}: Pick<SnapshotRequest, 'localTime'>): Result<Clocks | undefined, SnapshotProblem> => {
  if (localTime === undefined) return succeed(undefined);
  const { at, field, otherwise: zone } = localTime;
  const departureOf = makeDepartureOf(at);
  const otherwise = departureOf(zone);
  if (otherwise === undefined) return refuse({ kind: 'zone_unknown', zone });
  return succeed({ field, departureOf: (text) => departureOf(text) ?? otherwise });
};
