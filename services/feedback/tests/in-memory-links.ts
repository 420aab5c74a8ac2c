import type { LinkClicks, RunLinks } from '../src/application/ports.ts';
import { emptyBitmap, including } from '../src/domain/bitmap.ts';
import type { LinkBitmap } from '../src/domain/link-clicks.ts';
import { type NumberedLinks, numberingLinks } from '../src/domain/run-links.ts';

type Addition = Parameters<LinkClicks['add']>[0];

/** Bitmaps of links in memory. */
export class InMemoryLinkClicks implements LinkClicks {
  readonly additions: Addition[] = [];
  readonly #bitmaps = new Map<string, LinkBitmap & { readonly runId: string }>();

  async add(addition: Addition): Promise<void> {
    const { positions, ...place } = addition;
    const key = Object.values(place).join();
    this.additions.push(addition);
    const { bitmap } = this.#bitmaps.get(key) ?? { bitmap: emptyBitmap };
    this.#bitmaps.set(key, { ...place, bitmap: including(bitmap, positions) });
  }

  async *of(runId: string): AsyncIterable<readonly LinkBitmap[]> {
    const known = this.#known(runId).filter(({ visitor }) => visitor !== 'hasty');
    yield* Map.groupBy(known, ({ block }) => block).values();
  }

  async hasty(runId: string, { from, to }: Parameters<LinkClicks['hasty']>[1]): Promise<readonly LinkBitmap[]> {
    return this.#known(runId).filter(
      ({ visitor, block }) => visitor === 'hasty' && block >= from && block <= (to ?? block),
    );
  }

  #known(runId: string) {
    return [...this.#bitmaps.values()].filter((each) => each.runId === runId);
  }
}

export class InMemoryRunLinks implements RunLinks {
  readonly #runs = new Map<string, NumberedLinks>();

  async number(runId: string, links: readonly string[]): Promise<NumberedLinks> {
    const next = numberingLinks(await this.of(runId), links);
    this.#runs.set(runId, next);
    return next;
  }

  async of(runId: string): Promise<NumberedLinks> {
    return this.#runs.get(runId) ?? [];
  }
}
