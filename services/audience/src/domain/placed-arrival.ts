import type { Arrival } from './arrival.ts';

/** What a file says of a contact, and where: of several rows about one contact the lower one's fields win. */
export interface PlacedArrival extends Arrival {
  /** The place of the last row about the contact. Rows are counted through all sheets. */
  readonly position: number;
  /** The places of the fields that an earlier row has said last. */
  readonly positions?: Readonly<Record<string, number>> | undefined;
  /** Whether a row of an earlier chunk is about the contact too. */
  readonly isRepeated?: true | undefined;
}

/** Joins what two rows say of one contact, the second below the first. */
export const joinArrivals = (upper: PlacedArrival, lower: PlacedArrival): PlacedArrival => {
  const stay = Object.keys(upper.fields).filter((field) => !Object.hasOwn(lower.fields, field));
  const positions = Object.fromEntries(
    stay.map((field) => [field, upper.positions?.[field] ?? upper.position] as const),
  );
  return {
    ...upper,
    position: lower.position,
    fields: { ...upper.fields, ...lower.fields },
    positions: stay.length === 0 ? undefined : positions,
  };
};
