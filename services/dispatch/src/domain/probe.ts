/** A mail to nobody. When SES tells of it, all that was accepted before it has been told of too, or will be soon. */
export interface Probe {
  readonly probe: string;
  /** Just before it was handed to SES. It vouches for nothing that was sent later. */
  readonly probeAt: number;
}

/** One probe serves all chunks that ask within the same slot. */
export const probeSlot = (now: number, everyMs: number): number => Math.floor(now / everyMs);

/** A name that no other probe has, in the letters that SES allows in a tag. */
export const probeName = (slot: number, invocationId: string): string => `${slot}-${invocationId}`;
