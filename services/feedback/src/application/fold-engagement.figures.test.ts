import fc from 'fast-check';

import { InMemoryEngagementJournal, InMemoryOutcomes, RecordingFacts, runsWith } from '../../tests/in-memory.ts';
import { InMemoryLinkClicks, InMemoryRunLinks } from '../../tests/in-memory-links.ts';
import type { Outcome } from '../domain/outcome.ts';
import { tally } from '../domain/tally.ts';
import { HASTY_MS, LINKS_OF_SCANNER } from '../domain/visit.ts';
import { makeFoldEngagement } from './fold-engagement.ts';
import { makeReadClients } from './read-clients.ts';
import { makeReadLinks } from './read-links.ts';
import { makeTellEngagement } from './tell-engagement.ts';
import { makeToldOutcomes } from './told-outcomes.ts';

const RUN = 'run_1';
const INSTANT_MS = 5_000;
const clock = { now: () => new Date(0) };
const arrivals = { acceptedAtMs: [], queuedAtMs: 0, mostReceives: 1 };
const links = ['a', 'b', 'c', 'd'].map((name) => `https://books.example/${name}`);
const families = ['apple', 'gmail', 'naver'] as const;

const setUp = () => {
  const stores = {
    outcomes: new InMemoryOutcomes(),
    journal: new InMemoryEngagementJournal(),
    linkClicks: new InMemoryLinkClicks(),
    runLinks: new InMemoryRunLinks(),
  };
  const facts = new RecordingFacts();
  const tellEngagement = makeTellEngagement({ facts, clock, instantMs: INSTANT_MS });
  const others = { tellEngagement, foldOutcomes: async () => [], instantMs: INSTANT_MS };
  const fold = makeFoldEngagement({ ...stores, ...others });
  const parts = { ...stores, runs: runsWith(), clock };
  return {
    fold: (outcomes: readonly Outcome[]) => fold({ outcomes, probes: [], arrivals }),
    report: async () => tally(await makeToldOutcomes(stores).of(RUN)),
    links: async () => {
      const { links: found = [] } = (await makeReadLinks(parts)(RUN)) ?? {};
      return Object.fromEntries(found.map(({ link, clicks, machine }) => [link, { clicks, machine }]));
    },
    clients: async () => {
      const { clients = [], unknown = 0 } = (await makeReadClients(parts)(RUN)) ?? {};
      return { ...Object.fromEntries(clients.map(({ family, opens }) => [family, opens])), unknown };
    },
    stores,
    facts,
  };
};

const about = { runId: RUN, messageId: 'mail-1', contactId: 'ada', at: new Date(0) };
const instants = [1_000, INSTANT_MS, HASTY_MS - 1, HASTY_MS, 3_600_000] as const;

/** An event out of a number. Everybody reads with one mail reader: of who reads with several, the first counts that is folded. */
const eventOf = (drawn: number): Outcome => {
  const pick = <Thing>(things: readonly Thing[], step: number) => things[Math.floor(drawn / step) % things.length];
  const offset = Math.floor(drawn / 128) % 40;
  const visit = { isByKnownMachine: drawn % 2 === 0, afterMs: pick(instants, 2) ?? 0 };
  const place = { ...about, chunk: pick([0, 7], 16) ?? 0, offset };
  return pick(['opened', 'clicked'] as const, 32) === 'clicked'
    ? { ...place, kind: 'clicked', visit: { ...visit, link: pick(links, 6_000) } }
    : {
        ...place,
        kind: 'opened',
        visit: { ...visit, client: { family: families[offset % 3] ?? 'other', device: 'unknown' } },
      };
};
const anEvent = fc.nat(1_000_000).map(eventOf);
const history = fc.oneof(
  fc.array(anEvent, { maxLength: 60, size: 'max' }),
  fc.array(anEvent, { minLength: 2_000, maxLength: 3_000, size: 'max' }),
);

/** The same events in any order, some of them several times, in batches of any size. */
const deliveriesOf = (happened: readonly Outcome[]) =>
  fc
    .record({
      once: fc.shuffledSubarray([...happened], { minLength: happened.length }),
      again: fc.subarray([...happened]),
      size: fc.integer({ min: 1, max: 900 }),
    })
    .map(({ once, again, size }) => {
      const all = [...once, ...again];
      return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
    });

const mailOf = ({ chunk, offset }: Outcome): string => `${chunk}/${offset}`;
const mails = (happened: readonly Outcome[]): ReadonlySet<string> => new Set(happened.map(mailOf));

/** Who is a person, from the history itself. */
const recount = (happened: readonly Outcome[]) => {
  const isMachine = ({ visit }: Outcome) => visit?.isByKnownMachine === true || (visit?.afterMs ?? 0) < INSTANT_MS;
  const of = (kind: Outcome['kind']) => happened.filter((outcome) => outcome.kind === kind);
  const isHasty = (click: Outcome) => !isMachine(click) && (click.visit?.afterMs ?? 0) < HASTY_MS;
  const hasty = Map.groupBy(of('clicked').filter(isHasty), mailOf);
  const linksOf = (clicks: readonly Outcome[] = []) => new Set(clicks.map(({ visit }) => visit?.link)).size;
  const isScan = (click: Outcome) => isHasty(click) && linksOf(hasty.get(mailOf(click))) >= LINKS_OF_SCANNER;
  const openedByPeople = of('opened').filter((open) => !isMachine(open));
  const clickedByPeople = of('clicked').filter((click) => !isMachine(click) && !isScan(click));
  const by = <Name extends string | undefined>(some: readonly Outcome[], name: (outcome: Outcome) => Name) =>
    [...Map.groupBy(some, name)].map(([key, same]) => [key, mails(same)] as const);
  const people = new Map(by(clickedByPeople, ({ visit }) => visit?.link));
  return {
    report: {
      opened: mails(of('opened')).size,
      openedByPeople: mails(openedByPeople).size,
      clicked: mails(of('clicked')).size,
      clickedByPeople: mails(clickedByPeople).size,
    },
    links: Object.fromEntries(
      by(of('clicked'), ({ visit }) => visit?.link).map(([link, all]) => {
        const clicks = people.get(link)?.size ?? 0;
        return [link, { clicks, machine: all.size - clicks }];
      }),
    ),
    clients: Object.fromEntries(
      by(openedByPeople, ({ visit }) => visit?.client?.family).map(([family, all]) => [family, all.size]),
    ),
  };
};

it('gives the figures of a recount, whatever is repeated and in whatever order it comes', async () => {
  let folded = 0;
  await fc.assert(
    fc.asyncProperty(
      history.chain((happened) => fc.record({ happened: fc.constant(happened), batches: deliveriesOf(happened) })),
      async ({ happened, batches }) => {
        const { fold, report, links: byLink, clients, stores } = setUp();

        for (const batch of batches) expect(await fold(batch)).toEqual([]);

        const expected = recount(happened);
        expect(await report()).toMatchObject(expected.report);
        expect(await byLink()).toEqual(expected.links);
        expect(await clients()).toEqual({ ...expected.clients, unknown: 0 });
        if (stores.linkClicks.additions.length > 0) folded += 1;
      },
    ),
    { numRuns: 30 },
  );
  expect(folded).toBeGreaterThan(5);
}, 60_000);

describe('a scanner', () => {
  const click = (offset: number, link: string, afterMs: number): Outcome => ({
    ...about,
    contactId: `contact-${offset}`,
    kind: 'clicked',
    chunk: 0,
    offset,
    visit: { isByKnownMachine: false, afterMs, link },
  });

  it('is nobody of whom others hear, and a person who is as quick with a link or two is somebody', async () => {
    const { fold, facts } = setUp();

    await fold([...links.map((link) => click(1, link, 20_000)), click(2, links[0] ?? '', 20_000)]);

    expect(facts.facts).toMatchObject([{ fact: 'recipients_engaged', kind: 'clicked', contactIds: ['contact-2'] }]);
  });

  it('does not hide the person who comes after it', async () => {
    const { fold, report } = setUp();

    await fold(links.map((link) => click(1, link, 20_000)));
    const before = await report();
    await fold([click(1, links[0] ?? '', 3_600_000)]);

    expect(before).toMatchObject({ clicked: 1, clickedByPeople: 0 });
    expect(await report()).toMatchObject({ clicked: 1, clickedByPeople: 1 });
  });
});
