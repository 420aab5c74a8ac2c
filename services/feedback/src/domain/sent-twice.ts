/** That a mail was sent: whose, and a mark of its message id. */
export interface SendMark {
  readonly position: number;
  readonly mark: number;
}

/** A 32-bit mark of a message id (FNV-1a): two mails of one recipient escape notice once in four thousand million times. */
export const markOf = (messageId: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < messageId.length; n += 1) hash = Math.imul(hash ^ messageId.charCodeAt(n), 0x01000193);
  return hash >>> 0;
};

/** The positions for which there are marks of two different mails. */
export const sentTwice = (marks: readonly SendMark[]): readonly number[] => {
  const first = new Map<number, number>();
  const twice = new Set<number>();
  for (const { position, mark } of marks) {
    const known = first.get(position);
    if (known === undefined) first.set(position, mark);
    else if (known !== mark) twice.add(position);
  }
  return [...twice];
};
