import type { Unreadable } from '../../domain/chunk-state.ts';

/** The object of a chunk is not there, or is not what it was. Nobody repairs some of them. Instants are milliseconds after the start. */
export interface Gap {
  readonly chunk: number;
  readonly from: number;
  readonly until: number;
  readonly reason: Unreadable;
}

/** Which chunks cannot be read when, and who repairs them. */
export class Gaps {
  readonly #gaps: readonly Gap[];
  readonly #repaired = new Set<Gap>();

  constructor(gaps: readonly Gap[]) {
    this.#gaps = gaps;
  }

  /** Chunks that nobody will ever be able to read. */
  get lost(): ReadonlySet<number> {
    return new Set(this.#gaps.flatMap(({ chunk, until }) => (Number.isFinite(until) ? [] : [chunk])));
  }

  reasonAt(chunk: number, now: number): Unreadable | undefined {
    return this.#gaps.find((gap) => gap.chunk === chunk && gap.from <= now && now < gap.until)?.reason;
  }

  /** When what is wrong with these chunks will have been repaired; nothing if nobody repairs any of them, or has tried before. */
  repair(chunks: readonly number[], now: number): number | undefined {
    const { lost } = this;
    const broken = this.#gaps.filter(
      (gap) => chunks.includes(gap.chunk) && !lost.has(gap.chunk) && gap.from <= now && !this.#repaired.has(gap),
    );
    for (const gap of broken) this.#repaired.add(gap);
    return broken.length === 0 ? undefined : Math.max(now, ...broken.map(({ until }) => until));
  }

  /** Whoever completes a run begins anew with what is broken. */
  beginAnew(): void {
    this.#repaired.clear();
  }
}
