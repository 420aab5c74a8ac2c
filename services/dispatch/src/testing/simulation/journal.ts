/** What happened in a simulated run, in order. Costs nothing unless it is wanted. */
export class Journal {
  readonly lines: string[] = [];
  readonly #isKept: boolean;
  readonly #elapsedMs: () => number;

  constructor(isKept: boolean, elapsedMs: () => number) {
    this.#isKept = isKept;
    this.#elapsedMs = elapsedMs;
  }

  note(who: string, what: () => string): void {
    if (!this.#isKept) return;
    const seconds = (this.#elapsedMs() / 1_000).toFixed(3).padStart(10);
    this.lines.push(`${seconds} s  ${who.padEnd(18)} ${what()}`);
  }
}
