import type { DeadLetters, Depth, Redrives, Taken } from '../src/application/ports.ts';
import type { DeadLetter } from '../src/domain/dead-letter.ts';
import type { DeadLetterQueue } from '../src/domain/dead-letter-queues.ts';

/** A letter of `feedback-runs` that came at this minute. */
export const letter = (messageId: string, minute = 0): DeadLetter => ({
  messageId,
  sentAt: new Date(Date.UTC(2026, 10, 22, 10, minute)),
  receives: 1,
  body: `body of ${messageId}`,
});

/** Queues in memory. What is taken is hidden until it is put back: time does not pass here. */
export class InMemoryDeadLetters implements DeadLetters, Redrives {
  readonly redriven: string[] = [];
  readonly #letters = new Map<string, DeadLetter[]>();
  readonly #hidden = new Set<string>();
  readonly #whenRedriven: (queue: DeadLetterQueue, letter: DeadLetter) => void;

  constructor(
    letters: Readonly<Record<string, readonly DeadLetter[]>> = {},
    whenRedriven: (queue: DeadLetterQueue, letter: DeadLetter) => void = () => {},
  ) {
    for (const [queue, those] of Object.entries(letters)) this.#letters.set(queue, [...those]);
    this.#whenRedriven = whenRedriven;
  }

  /** What is to be seen in a queue. */
  idsIn(queue: string): readonly string[] {
    return this.#visible(queue).map(({ messageId }) => messageId);
  }

  add(queue: string, added: DeadLetter): void {
    this.#letters.set(queue, [...(this.#letters.get(queue) ?? []), added]);
  }

  async depth({ name }: DeadLetterQueue): Promise<Depth | undefined> {
    const all = this.#letters.get(name);
    if (all === undefined) return undefined;
    const waiting = this.#visible(name).length;
    return { waiting, hidden: all.length - waiting };
  }

  async take({ name }: DeadLetterQueue): Promise<readonly Taken[]> {
    const taken = this.#visible(name).slice(0, 10);
    for (const { messageId } of taken) this.#hidden.add(messageId);
    return taken.map((each) => ({ letter: each, handle: each.messageId }));
  }

  async putBack(_: DeadLetterQueue, taken: readonly Taken[]): Promise<void> {
    for (const { handle } of taken) this.#hidden.delete(handle);
  }

  async discard({ name }: DeadLetterQueue, taken: readonly Taken[]): Promise<void> {
    const gone = taken.map(({ handle }) => handle);
    this.#letters.set(
      name,
      (this.#letters.get(name) ?? []).filter(({ messageId }) => !gone.includes(messageId)),
    );
  }

  async redrive(queue: DeadLetterQueue, { letter: given }: Taken): Promise<void> {
    this.redriven.push(given.messageId);
    this.#whenRedriven(queue, given);
  }

  #visible(queue: string): readonly DeadLetter[] {
    return (this.#letters.get(queue) ?? []).filter(({ messageId }) => !this.#hidden.has(messageId));
  }
}
