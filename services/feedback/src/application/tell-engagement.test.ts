import * as fc from 'fast-check';

import { RecordingFacts } from '../../tests/in-memory.ts';
import { MOST_NAMED } from '../domain/engaged.ts';
import type { Outcome } from '../domain/outcome.ts';
import { makeTellEngagement } from './tell-engagement.ts';

const TODAY = '2026-11-22T08:00:00.000Z';
const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  kind: 'opened',
  runId: 'run_1',
  chunk: 0,
  offset: 0,
  messageId: 'mail-1',
  contactId: 'ada',
  at: new Date(TODAY),
  ...given,
});
const setUp = (facts = new RecordingFacts()) => {
  const tell = makeTellEngagement({ facts, clock: { now: () => new Date(TODAY) }, instantMs: 2_000 });
  const named = () =>
    facts.facts.flatMap((fact) =>
      fact.fact === 'recipients_engaged' ? fact.contactIds.map((id) => `${fact.date} ${fact.kind} ${id}`) : [],
    );
  return { tell, facts, named };
};

it('names people by the day and by what they did, whatever the run', async () => {
  const { tell, facts } = setUp();

  await tell([
    outcome(),
    outcome({ runId: 'run_2', contactId: 'grace' }),
    outcome({ kind: 'clicked' }),
    outcome({ at: new Date('2026-11-21T23:59:59.999Z') }),
  ]);

  expect(facts.facts).toMatchObject([
    { date: '2026-11-22', kind: 'opened', contactIds: ['ada', 'grace'] },
    { date: '2026-11-22', kind: 'clicked', contactIds: ['ada'] },
    { date: '2026-11-21', kind: 'opened', contactIds: ['ada'] },
  ]);
});

it('names no machine, nobody whom the sender did not name, and nobody for what is done to them', async () => {
  const { tell, facts } = setUp();
  const { contactId: _, ...nameless } = outcome();

  await tell([
    outcome({ visit: { isByKnownMachine: true, afterMs: 100_000 } }),
    nameless,
    outcome({ kind: 'delivered' }),
  ]);

  expect(facts.facts).toEqual([]);
});

it('cuts what is too long for a message', async () => {
  const { tell, facts, named } = setUp();

  await tell(Array.from({ length: MOST_NAMED + 1 }, (_, n) => outcome({ contactId: `c${n}` })));

  expect(facts.facts).toHaveLength(2);
  expect(new Set(named()).size).toBe(MOST_NAMED + 1);
});

it('names again whom it could not name', async () => {
  const facts = new RecordingFacts();
  const publish = facts.publish.bind(facts);
  facts.publish = () => Promise.reject(new Error('lost'));
  const { tell, named } = setUp(facts);
  await expect(tell([outcome()])).rejects.toThrow('lost');
  facts.publish = publish;

  await tell([outcome()]);

  expect(named()).toEqual(['2026-11-22 opened ada']);
});

it('names everybody once a day for each thing they did, whatever comes again', async () => {
  const event = fc.record({
    kind: fc.constantFrom('opened', 'clicked'),
    contactId: fc.constantFrom('ada', 'grace', 'eve'),
    at: fc.constantFrom(new Date(TODAY), new Date('2026-11-23T00:00:00.000Z')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(event)), async (batches) => {
      const { tell, named } = setUp();

      for (const batch of batches) await tell(batch.map(outcome));

      const expected = batches
        .flat()
        .map(({ kind, contactId, at }) => `${at.toISOString().slice(0, 10)} ${kind} ${contactId}`);
      expect(named().toSorted()).toEqual([...new Set(expected)].toSorted());
    }),
  );
});
