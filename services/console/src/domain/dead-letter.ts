/** A message that could not be handled, as somebody who looks at it sees it. It may hold addresses of people. */
export interface DeadLetter {
  readonly messageId: string;
  /** When it came to where it is; of what SQS itself has moved there, when it was first sent. */
  readonly sentAt: Date;
  /** How often it was handed out, looks at it included. */
  readonly receives: number;
  /** Why it was parked; absent where it failed again and again and nobody said why. */
  readonly reason?: { readonly code: string; readonly text: string };
  readonly body: string;
}

export const byAge = (a: DeadLetter, b: DeadLetter): number => a.sentAt.getTime() - b.sentAt.getTime();

export const oldestOf = (letters: readonly DeadLetter[]): Date | undefined => letters.toSorted(byAge)[0]?.sentAt;
