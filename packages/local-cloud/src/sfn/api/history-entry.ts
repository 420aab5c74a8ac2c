import type { HistoryEvent } from '../history.ts';
import { isJsonObject, type Json } from '../json.ts';
import { seconds } from './operation.ts';

/** Members that hold the data of an execution, and the note that AWS puts beside each. */
const DATA: ReadonlyMap<string, string | undefined> = new Map([
  ['input', 'inputDetails'],
  ['output', 'outputDetails'],
  ['parameters', undefined],
  ['assignedVariables', undefined],
]);

const withNotes = (details: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => {
      const note = DATA.get(key);
      return note === undefined
        ? [[key, value] as const]
        : [[key, value] as const, [note, { truncated: false }] as const];
    }),
  );

const withoutData = (details: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(details).filter(([key]) => !DATA.has(key)));

/** Shows an event the way GetExecutionHistory does. */
export const historyEntry = (event: HistoryEvent, includesData: boolean) => ({
  id: event.id,
  previousEventId: event.previousEventId,
  timestamp: seconds(event.timestampMs),
  type: event.type,
  ...Object.fromEntries(
    Object.entries(event.details)
      .filter(([, details]) => isJsonObject(details))
      .map(([name, details]) => {
        const members = isJsonObject(details) ? details : {};
        return [name, includesData ? withNotes(members) : withoutData(members)] as const;
      }),
  ),
});
