import fc from 'fast-check';

import { InMemoryEngagementJournal, InMemoryOutcomes } from '../../tests/in-memory.ts';
import { InMemoryLinkClicks, InMemoryRunLinks } from '../../tests/in-memory-links.ts';
import { positionsIn } from '../domain/bitmap.ts';
import { blockOf, positionOf } from '../domain/block.ts';
import type { Outcome } from '../domain/outcome.ts';
import { makeFoldEngagement } from './fold-engagement.ts';
import type { EngagementJournal, LinkClicks, Outcomes, RunLinks } from './ports.ts';
import { makeToldOutcomes, type ToldOutcomes } from './told-outcomes.ts';

const RUN = 'run_1';
const arrivals = { acceptedAtMs: [], queuedAtMs: 0, mostReceives: 1 };

const anEvent = fc.record({
  kind: fc.constantFrom('opened', 'clicked'),
  chunk: fc.constantFrom(0, 0, 7 * 1_024),
  offset: fc.nat(60),
});
/** A batch comes, perhaps again, and whoever folds it may die at any of its steps. */
const aDelivery = fc.record({
  events: fc.array(anEvent, { minLength: 60, maxLength: 120 }),
  times: fc.integer({ min: 1, max: 2 }),
  diesAfter: fc.option(fc.nat(9), { nil: Number.POSITIVE_INFINITY }),
});
type Delivery = typeof aDelivery extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const keyOf = ({ kind, chunk, offset }: Pick<Outcome, 'chunk' | 'offset'> & { readonly kind: string }): string =>
  `${kind}/${blockOf(chunk)}/${positionOf({ chunk, offset })}`;
/** Clicks are hasty: they lie in the bitmaps of their link alone, and are found to be people's when somebody reads. */
const hasty = { isByKnownMachine: false, afterMs: 30_000, link: 'https://books.example/' };
const toOutcome = (event: Delivery['events'][number]): Outcome => ({
  ...event,
  ...(event.kind === 'clicked' && { visit: hasty }),
  runId: RUN,
  messageId: 'mail-1',
  at: new Date(0),
});

/** One function's way to what is stored. */
interface Seen {
  readonly journal: EngagementJournal;
  readonly outcomes: ToldOutcomes & Outcomes;
  readonly linkClicks: Pick<LinkClicks, 'add' | 'hasty'>;
  readonly runLinks: Pick<RunLinks, 'number'>;
}

/** What is stored, reached in steps between which everybody else may go on. */
class World {
  readonly #turn: () => Promise<void>;
  readonly #journal = new InMemoryEngagementJournal();
  readonly #outcomes = new InMemoryOutcomes();
  readonly #linkClicks = new InMemoryLinkClicks();
  readonly #runLinks = new InMemoryRunLinks();

  constructor(turn: () => Promise<void>) {
    this.#turn = turn;
  }

  /** One function's way to what is stored; after so many steps it is dead. */
  seenBy(diesAfter: number): Seen {
    let steps = 0;
    const step = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      steps += 1;
      if (steps > diesAfter) throw new Error('died');
      await this.#turn();
      const answer = await work();
      await this.#turn();
      return answer;
    };
    const [journal, outcomes] = [this.#journal, this.#outcomes];
    const [linkClicks, runLinks] = [this.#linkClicks, this.#runLinks];
    return {
      runLinks: { number: (...given) => step(() => runLinks.number(...given)) },
      linkClicks: {
        add: (...given) => step(() => linkClicks.add(...given)),
        hasty: (...given) => step(() => linkClicks.hasty(...given)),
      },
      journal: {
        note: (...given) => step(() => journal.note(...given)),
        of: (...given) => step(() => journal.of(...given)),
        ofPart: (...given) => step(() => journal.ofPart(...given)),
        forget: (...given) => step(() => journal.forget(...given)),
      },
      outcomes: {
        add: (...given) => step(() => outcomes.add(...given)),
        of: (...given) => step(() => outcomes.of(...given)),
        ofBlock: (...given) => step(() => outcomes.ofBlock(...given)),
        ofKind: (...given) => step(() => outcomes.ofKind(...given)),
        ofKinds: (...given) => step(() => outcomes.ofKinds(...given)),
      },
    };
  }

  hasFolded(): boolean {
    return this.#outcomes.additions.length > 0 && this.#linkClicks.additions.length > 0;
  }

  async read(): Promise<ReadonlySet<string>> {
    const found = await makeToldOutcomes(this.seenBy(Number.POSITIVE_INFINITY)).of(RUN);
    return new Set(
      found.flatMap(({ kind, block, bitmap }) => [...positionsIn(bitmap)].map((bit) => `${kind}/${block}/${bit}`)),
    );
  }
}

const deliver = async (world: World, { events, diesAfter }: Delivery): Promise<boolean> => {
  const fold = makeFoldEngagement({
    ...world.seenBy(diesAfter),
    instantMs: 0,
    tellEngagement: async () => {},
    foldOutcomes: async () => [],
  });
  const unfolded = await fold({ outcomes: events.map(toOutcome), probes: [], arrivals });
  return unfolded.every((each) => each.events.length === 0);
};

describe('opens and clicks, whatever is repeated, reordered, folded at once or dies half-way', () => {
  it('are read by everybody from the moment on that they are noted, and nothing else is', async () => {
    let folded = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aDelivery, { minLength: 1, maxLength: 6 }), fc.scheduler(), async (deliveries, s) => {
        const world = new World(() => s.schedule(Promise.resolve()));
        const sent = new Set(deliveries.flatMap(({ events }) => events.map(keyOf)));
        const noted = new Set<string>();

        const functions = deliveries.flatMap((delivery) =>
          Array.from({ length: delivery.times }, async () => {
            if (await deliver(world, delivery)) for (const event of delivery.events) noted.add(keyOf(event));
          }),
        );
        const readers = Array.from({ length: 3 }, async (_, n) => {
          for (let wait = 0; wait < n * 5; wait += 1) await s.schedule(Promise.resolve());
          const before = [...noted];
          const read = await world.read();
          expect(before.filter((key) => !read.has(key))).toEqual([]);
          expect([...read].filter((key) => !sent.has(key))).toEqual([]);
        });
        await s.waitFor(Promise.all([...functions, ...readers]));

        const read = await s.waitFor(world.read());
        expect([...noted].filter((key) => !read.has(key))).toEqual([]);
        if (world.hasFolded()) folded += 1;
      }),
      { numRuns: 200 },
    );
    expect(folded).toBeGreaterThan(30);
  });
});
