import { InMemoryEngagementJournal, InMemoryOutcomes, RecordingFacts } from '../../tests/in-memory.ts';
import { InMemoryLinkClicks, InMemoryRunLinks } from '../../tests/in-memory-links.ts';
import { BLOCKS_PER_PART, engagementMarkOf } from '../domain/engagement.ts';
import type { Outcome } from '../domain/outcome.ts';
import { tally } from '../domain/tally.ts';
import { makeFoldEngagement } from './fold-engagement.ts';
import { makeTellEngagement } from './tell-engagement.ts';
import { makeToldOutcomes } from './told-outcomes.ts';

const arrivals = { acceptedAtMs: [], queuedAtMs: 0, mostReceives: 1 };
const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  kind: 'opened',
  runId: 'run_1',
  chunk: 0,
  offset: 0,
  messageId: 'mail-1',
  at: new Date(0),
  ...given,
});
const opens = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) =>
    outcome({ chunk: Math.floor((from + n) / 1_000), offset: (from + n) % 1_000 }),
  );

const setUp = ({
  outcomes = new InMemoryOutcomes(),
  journal = new InMemoryEngagementJournal(),
  facts = new RecordingFacts(),
} = {}) => {
  const elsewhere: Outcome[] = [];
  const foldOutcomes = async (happened: readonly Outcome[]) => {
    elsewhere.push(...happened);
    return [];
  };
  const instantMs = 2_000;
  const [linkClicks, runLinks] = [new InMemoryLinkClicks(), new InMemoryRunLinks()];
  const tellEngagement = makeTellEngagement({ facts, clock: { now: () => new Date(0) }, instantMs });
  const stores = { journal, outcomes, linkClicks, runLinks };
  const foldEngagement = makeFoldEngagement({ ...stores, tellEngagement, foldOutcomes, instantMs });
  const told = makeToldOutcomes(stores);
  return {
    fold: (happened: readonly Outcome[]) => foldEngagement({ outcomes: happened, probes: [], arrivals }),
    report: async (runId = 'run_1') => tally(await told.of(runId)),
    told,
    ...stores,
    facts,
    elsewhere,
  };
};

describe('folding opens and clicks', () => {
  it('writes no bitmap for a few of them, and reports them all the same', async () => {
    const { fold, report, outcomes } = setUp();

    await fold([outcome(), outcome({ kind: 'clicked' }), outcome({ offset: 1 })]);
    await fold([outcome({ runId: 'run_2' })]);

    expect(outcomes.additions).toEqual([]);
    expect(await report()).toMatchObject({ opened: 2, clicked: 1 });
    expect(await report('run_2')).toMatchObject({ opened: 1 });
  });

  it('writes each bitmap once for many of them, and forgets what it has written', async () => {
    const { fold, report, outcomes, journal } = setUp();

    await fold(opens(30));
    await fold(opens(30, 30));

    expect(outcomes.additions).toHaveLength(1);
    expect(await journal.of('run_1')).toEqual([]);
    expect(await report()).toMatchObject({ opened: 60 });
  });

  it('looks at one part of a large run at a time, another one for another batch', async () => {
    const { fold, outcomes, journal, report } = setUp();
    const far = opens(100).map((open) => ({ ...open, chunk: 7 * BLOCKS_PER_PART }));

    await fold([...opens(60), ...far]);
    const first = outcomes.additions.map(({ block }) => block);
    await fold([...far, ...opens(60)].filter(({ offset }) => offset === 1));

    expect(first).toEqual([0]);
    expect(outcomes.additions.map(({ block }) => block)).toEqual([0, BLOCKS_PER_PART]);
    expect((await journal.of('run_1')).every(({ part }) => part === 0)).toBe(true);
    expect(await report()).toMatchObject({ opened: 160 });
  });

  it.each([
    [0, [0, 1]],
    [1, [1, 0]],
  ])('begins to fold somewhere else for another batch: offset %d', async (offset, blocks) => {
    const { fold, outcomes, journal } = setUp();
    const waiting = [...opens(60), ...opens(60, 7_000)];
    await journal.note(
      'run_1',
      waiting.flatMap((open) => engagementMarkOf(open, { links: [], instantMs: 0 }) ?? []),
    );

    await fold([outcome({ offset })]);

    expect(outcomes.additions.map(({ block }) => block)).toEqual(blocks);
  });

  it('counts nobody twice who is noted, folded, and comes again', async () => {
    const { fold, report } = setUp();

    await fold(opens(60));
    await fold(opens(10));
    await fold(opens(10));

    expect(await report()).toMatchObject({ opened: 60 });
  });

  it('answers who it was, folded or not, in the order of the snapshot', async () => {
    const { fold, told } = setUp();

    await fold(opens(60));
    await fold([outcome({ chunk: 14, offset: 2 })]);

    const found = await told.ofKind('run_1', 'opened', 2);
    expect(found.map(({ block }) => block)).toEqual([2]);
    expect(await told.ofKind('run_1', 'clicked', 0)).toEqual([]);
    expect((await told.ofBlock('run_1', 2)).filter(({ bitmap }) => bitmap.length > 0)).toHaveLength(1);
  });

  it('hands back what it could not note, run by run', async () => {
    const lost = new Error('lost');
    const journal = new InMemoryEngagementJournal();
    const note = journal.note.bind(journal);
    journal.note = (runId, marks) => (runId === 'run_2' ? Promise.reject(lost) : note(runId, marks));
    const { fold, report } = setUp({ journal });
    const unlucky = outcome({ runId: 'run_2' });

    expect(await fold([outcome(), unlucky])).toEqual([{ events: [unlucky], error: lost }]);
    expect(await report()).toMatchObject({ opened: 1 });
  });

  it('tells who it was, once what they did is noted', async () => {
    const lost = new Error('lost');
    const journal = new InMemoryEngagementJournal();
    const note = journal.note.bind(journal);
    journal.note = (runId, marks) => (runId === 'run_2' ? Promise.reject(lost) : note(runId, marks));
    const { fold, facts } = setUp({ journal });

    await fold([outcome({ contactId: 'ada' }), outcome({ runId: 'run_2', contactId: 'eve' })]);

    expect(facts.facts).toMatchObject([{ fact: 'recipients_engaged', kind: 'opened', contactIds: ['ada'] }]);
  });

  it('hands back what it could not tell, though it is noted', async () => {
    const lost = new Error('lost');
    const facts = new RecordingFacts();
    facts.publish = () => Promise.reject(lost);
    const { fold, report } = setUp({ facts });
    const untold = outcome({ contactId: 'ada' });

    expect(await fold([untold])).toEqual([{ events: [untold], error: lost }]);
    expect(await report()).toMatchObject({ opened: 1 });
  });

  it('hands back nothing that is noted, though it could not be folded, and folds it with the next batch', async () => {
    const lost = new Error('lost');
    let isBroken = true;
    const outcomes = new InMemoryOutcomes(async () => {
      if (isBroken) throw lost;
    });
    const { fold, report, journal } = setUp({ outcomes });

    expect(await fold(opens(60))).toEqual([{ events: [], error: lost }]);
    expect(await report()).toMatchObject({ opened: 60 });
    isBroken = false;
    await fold([outcome()]);

    expect(await journal.of('run_1')).toEqual([]);
    expect(await report()).toMatchObject({ opened: 60 });
  });

  it('leaves everything else to those who fold it', async () => {
    const { fold, elsewhere } = setUp();
    const bounced = outcome({ kind: 'bounced_permanent' });

    await fold([bounced, outcome()]);

    expect(elsewhere).toEqual([bounced]);
  });
});
