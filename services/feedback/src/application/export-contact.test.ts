import { InMemoryEngagementJournal, InMemoryOutcomes, RecordingFacts, runsWith } from '../../tests/in-memory.ts';
import { InMemoryLinkClicks } from '../../tests/in-memory-links.ts';
import { makeExportContact } from './export-contact.ts';
import { makeToldOutcomes } from './told-outcomes.ts';

const at = new Date('2026-11-22T10:00:00Z');
const cause = { correlationId: 'request-1', causationId: 'question' };
const part = { exportId: 'exp_1', contactId: 'ada', part: 1 };
const start = { runId: 'run_1', campaignId: 'cmp_1', campaignName: 'Autumn', at, correlationId: 'chain-1' };

const setUp = () => {
  const outcomes = new InMemoryOutcomes();
  const journal = new InMemoryEngagementJournal();
  const facts = new RecordingFacts();
  const exportContact = makeExportContact({
    outcomes: makeToldOutcomes({ outcomes, journal, linkClicks: new InMemoryLinkClicks() }),
    runs: runsWith({ runId: 'run_1', start }, { runId: 'run_2' }),
    facts,
    clock: { now: () => at },
  });
  return { outcomes, journal, facts, exportContact };
};

it('tells what happened at the place of the person, folded or only noted, and nothing of others', async () => {
  const { outcomes, journal, facts, exportContact } = setUp();
  await outcomes.add({ runId: 'run_1', kind: 'sent', block: 1, positions: [2_017, 2_018] });
  await outcomes.add({ runId: 'run_1', kind: 'delivered', block: 1, positions: [2_017] });
  await outcomes.add({ runId: 'run_1', kind: 'complained', block: 1, positions: [2_018] });
  await journal.note('run_1', [{ kind: 'opened', visitor: 'person', block: 1, position: 2_017 }]);

  await exportContact({ ...part, mailings: [{ runId: 'run_1', chunk: 9, offset: 17 }] }, cause);

  const mailings = [
    { runId: 'run_1', campaignName: 'Autumn', startedAt: at, outcomes: ['delivered', 'opened', 'sent'] },
  ];
  expect(facts.facts).toEqual([{ ...part, fact: 'contact_exported', at, causationId: 'question', mailings }]);
});

it('tells of runs in which nothing has happened yet, and leaves out those that nobody knows', async () => {
  const { facts, exportContact } = setUp();
  const mailings = ['run_2', 'run_3'].map((runId) => ({ runId, chunk: 0, offset: 0 }));

  await exportContact({ ...part, mailings }, cause);

  expect(facts.facts).toMatchObject([{ mailings: [{ runId: 'run_2', outcomes: [] }] }]);
});
