/** Splits into tens: what SNS and SQS take in one batch. */
export const inTens = <Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] =>
  Array.from({ length: Math.ceil(things.length / 10) }, (_, n) => things.slice(n * 10, n * 10 + 10));
