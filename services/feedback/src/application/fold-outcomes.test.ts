import {
  InMemoryOutcomes,
  InMemoryRunParts,
  InMemorySendJournal,
  RecordingFacts,
  runsWith,
} from '../../tests/in-memory.ts';
import { hardBounceKinds } from '../domain/bounce.ts';
import type { Outcome } from '../domain/outcome.ts';
import { tally } from '../domain/tally.ts';
import { makeFoldOutcomes } from './fold-outcomes.ts';

const now = new Date('2026-11-21T10:00:00Z');
const clock = { now: () => now };

const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  kind: 'delivered',
  runId: 'run_1',
  chunk: 0,
  offset: 0,
  messageId: 'mail-1',
  contactId: 'contact-1',
  at: now,
  ...given,
});
const sent = (offset: number, messageId: string) => outcome({ kind: 'sent', offset, messageId });

const setUp = ({ outcomes = new InMemoryOutcomes(), journal = new InMemorySendJournal(), runs = runsWith() } = {}) => {
  const facts = new RecordingFacts();
  const runParts = new InMemoryRunParts();
  const foldOutcomes = makeFoldOutcomes({ outcomes, journal, runParts, runs, facts, clock });
  return { foldOutcomes, outcomes, journal, facts, report: async () => tally(await outcomes.of('run_1')) };
};

describe('folding outcomes', () => {
  it('writes once for all outcomes of a kind in a block', async () => {
    const { foldOutcomes, outcomes } = setUp();

    await foldOutcomes([
      outcome({ chunk: 0, offset: 1 }),
      outcome({ chunk: 6, offset: 2 }),
      outcome({ chunk: 7, offset: 3 }),
    ]);

    expect(outcomes.additions.map(({ block, positions }) => ({ block, positions }))).toEqual([
      { block: 0, positions: [1, 6_002] },
      { block: 1, positions: [3] },
    ]);
  });

  it('finds a recipient who got two mails, even in one batch', async () => {
    const { foldOutcomes, report } = setUp();

    await foldOutcomes([sent(5, 'mail-1'), sent(5, 'mail-2'), sent(6, 'mail-3')]);

    expect(await report()).toMatchObject({ sent: 2, sentTwice: 1 });
  });

  it('reads the journal only when somebody seems to have got two mails', async () => {
    const { foldOutcomes, journal } = setUp();

    await foldOutcomes([sent(1, 'mail-1')]);
    await foldOutcomes([sent(2, 'mail-2')]);

    expect(journal.readings).toBe(0);
  });

  it('does not take a repeated event for a second mail', async () => {
    const { foldOutcomes, report } = setUp();

    await foldOutcomes([sent(5, 'mail-1')]);
    await foldOutcomes([sent(5, 'mail-1')]);

    expect(await report()).toMatchObject({ sent: 1, sentTwice: 0 });
  });

  it('tells of each bounce and complaint, then once how the run is doing', async () => {
    const { foldOutcomes, facts } = setUp();

    await foldOutcomes([
      sent(1, 'mail-1'),
      outcome({ kind: 'bounced_permanent', offset: 1 }),
      outcome({ kind: 'complained', offset: 2, contactId: 'contact-2' }),
    ]);

    expect(facts.facts).toEqual([
      expect.objectContaining({
        fact: 'recipient_bounced',
        bounce: { type: 'permanent', category: 'no_such_mailbox' },
        offset: 1,
        contactId: 'contact-1',
      }),
      expect.objectContaining({ fact: 'recipient_complained', offset: 2, contactId: 'contact-2' }),
      {
        fact: 'run_health_changed',
        runId: 'run_1',
        sent: 1,
        delivered: 0,
        hardBounced: 1,
        complained: 1,
        rejected: 0,
        delayed: 0,
        at: now,
      },
    ]);
  });

  it('reads no more of a run than its health is made of', async () => {
    const outcomes = new InMemoryOutcomes();
    const ofKinds = outcomes.ofKinds.bind(outcomes);
    const read: string[] = [];
    outcomes.ofKinds = (runId, kinds) => {
      read.push(...kinds);
      return ofKinds(runId, kinds);
    };
    const { foldOutcomes, facts } = setUp({ outcomes });

    await foldOutcomes([
      outcome({ kind: 'delayed' }),
      outcome({ kind: 'bounced_transient' }),
      outcome({ kind: 'complained', offset: 1 }),
      outcome({ kind: 'rejected', offset: 2 }),
      outcome({ kind: 'rendering_failed', offset: 3 }),
    ]);

    expect(facts.facts.at(-1)).toMatchObject({ delivered: 0, complained: 1, rejected: 2, delayed: 1 });
    expect(read.toSorted()).toEqual([
      ...hardBounceKinds.toSorted(),
      'complained',
      'delayed',
      'delivered',
      'rejected',
      'rendering_failed',
      'sent',
    ]);
  });

  it('tells how a young run is doing while nothing grave happens: it waits to hear of its first mails', async () => {
    const { foldOutcomes, facts } = setUp();

    await foldOutcomes([sent(1, 'mail-1'), outcome()]);

    expect(facts.facts).toMatchObject([{ fact: 'run_health_changed', sent: 1, delivered: 1, hardBounced: 0 }]);
  });

  it('says nothing more of a run that is not young, while nothing grave happens', async () => {
    const { foldOutcomes, facts } = setUp();
    const blocks = Array.from({ length: 17 }, (_, block) => outcome({ chunk: block * 7 }));

    await foldOutcomes(blocks);
    await foldOutcomes([outcome({ offset: 1 })]);
    await foldOutcomes([outcome({ kind: 'delayed', offset: 2 })]);

    expect(facts.facts).toMatchObject([
      { delivered: 17, delayed: 0 },
      { delivered: 18, delayed: 1 },
    ]);
  });

  it('counts a bounce of somebody unknown, and can tell only how the run is doing', async () => {
    const { foldOutcomes, facts } = setUp();
    const { contactId: _, ...nameless } = outcome({ kind: 'bounced_permanent' });

    await foldOutcomes([nameless]);

    expect(facts.facts).toMatchObject([{ fact: 'run_health_changed', hardBounced: 1 }]);
  });

  it('keeps what it tells in the chain of the run', async () => {
    const start = { runId: 'run_1', campaignId: 'cmp_1', campaignName: 'Hello', at: now, correlationId: 'chain-1' };
    const { foldOutcomes, facts } = setUp({ runs: runsWith({ runId: 'run_1', start }) });

    await foldOutcomes([
      outcome({ kind: 'complained' }),
      outcome({ kind: 'complained', runId: 'run_2', contactId: 'contact-2' }),
    ]);

    expect(facts.correlationIds.toSorted()).toEqual(['chain-1', 'run_2']);
  });

  it('hands back only the block that could not be written, and tells nothing of it', async () => {
    const lost = new Error('lost');
    const outcomes = new InMemoryOutcomes(({ block }) => (block === 1 ? Promise.reject(lost) : Promise.resolve()));
    const { foldOutcomes, facts, report } = setUp({ outcomes });
    const unlucky = outcome({ kind: 'complained', chunk: 7 });

    const unfolded = await foldOutcomes([outcome(), unlucky]);

    expect(unfolded).toEqual([{ happened: [unlucky], error: lost }]);
    expect(facts.facts).toMatchObject([{ fact: 'run_health_changed', delivered: 1, complained: 0 }]);
    expect(await report()).toMatchObject({ delivered: 1, complained: 0 });
  });

  it('tells which import and which domain the harm comes from, and nothing of those that do well', async () => {
    const { foldOutcomes, facts } = setUp();
    const happened = Array.from({ length: 60 }, (_, offset) =>
      outcome({
        offset,
        kind: offset % 6 === 0 ? 'bounced_permanent' : 'delivered',
        domain: offset % 6 === 0 ? 'typos.example' : 'books.example',
        importId: offset < 30 ? 'imp_bad' : 'imp_good',
      }),
    );
    const good = happened.filter(({ importId, kind }) => importId === 'imp_bad' || kind === 'delivered');

    await foldOutcomes(good);

    const health = facts.facts.find(({ fact }) => fact === 'run_health_changed');
    expect(health).toMatchObject({
      hardBounced: 5,
      worst: {
        domains: [{ name: 'typos.example', delivered: 0, hardBounced: 5 }],
        imports: [{ name: 'imp_bad', delivered: 25, hardBounced: 5 }],
      },
    });
  });

  it('names no part for three unlucky mails of a thousand', async () => {
    const { foldOutcomes, facts } = setUp();
    const happened = Array.from({ length: 1_000 }, (_, offset) =>
      outcome({ offset, kind: offset % 400 === 0 ? 'bounced_permanent' : 'delivered', importId: 'imp_1' }),
    );

    await foldOutcomes(happened);

    expect(facts.facts.find(({ fact }) => fact === 'run_health_changed')).not.toHaveProperty('worst');
  });

  it('hands back only what others have not heard of', async () => {
    const outcomes = new InMemoryOutcomes();
    const lost = new Error('lost');
    const foldOutcomes = makeFoldOutcomes({
      outcomes,
      journal: new InMemorySendJournal(),
      runParts: new InMemoryRunParts(),
      runs: runsWith(),
      facts: { publish: () => Promise.reject(lost) },
      clock,
    });
    const grave = outcome({ kind: 'complained' });

    expect(await foldOutcomes([outcome(), grave])).toEqual([{ happened: [grave], error: lost }]);
  });

  it('tells again what comes again: whoever died before telling is made good', async () => {
    const { foldOutcomes, facts } = setUp();

    await foldOutcomes([outcome({ kind: 'complained' })]);
    await foldOutcomes([outcome({ kind: 'complained' })]);

    expect(facts.facts.filter(({ fact }) => fact === 'recipient_complained')).toHaveLength(2);
  });
});
