/** Limits of AWS that a run could meet. */
export const limits = {
  historyEvents: 25_000,
  /** A message of SNS, and an input or output of a state. SQS itself takes 1 MB since 2025. */
  messageBytes: 256 * 1_024,
  /** A batch that an event source hands to a function: it is closed early when it would be larger. */
  invocationBytes: 6 * 1_024 * 1_024,
  functionSeconds: 900,
  itemBytes: 400 * 1_024,
  /** Up to this size an item costs one unit to write, and up to the second one unit to read. */
  writeUnitBytes: 1_024,
  readUnitBytes: 4 * 1_024,
} as const;

/** What the design demands (its section "Numbers to hold"). */
export const musts = {
  dollarsPerMillion: { all: 1.5, grave: 0.2 },
  writeUnitsPer1000: 100,
  waves: 200,
  rateUsed: 0.97,
} as const;
