import { InMemoryOutcomes, InMemoryRunParts, runsWith } from '../../tests/in-memory.ts';
import { makeReadParts } from './read-parts.ts';

const RUN = 'run_1';
const domain = (name: string) => ({ by: 'domain', name }) as const;

const setUp = async () => {
  const outcomes = new InMemoryOutcomes();
  const runParts = new InMemoryRunParts();
  let now = 0;
  const readParts = makeReadParts({
    outcomes,
    runParts,
    runs: runsWith({ runId: 'run_2' }),
    clock: { now: () => new Date(now) },
  });
  await runParts.number(RUN, [domain('a.example'), domain('b.example')]);
  await outcomes.add({
    runId: RUN,
    kind: 'delivered',
    block: 0,
    positions: [1, 2, 3],
    partsOf: new Map([
      [1, [0]],
      [2, [1]],
    ]),
  });
  const bounce = (position: number) =>
    outcomes.add({
      runId: RUN,
      kind: 'bounced_permanent',
      block: 1,
      positions: [position],
      partsOf: new Map([[position, [1]]]),
    });
  return { readParts, bounce, pass: (ms: number) => (now += ms) };
};

const nothing = { delivered: 0, hardBounced: 0, softBounced: 0, undetermined: 0, complained: 0, rejected: 0 };

it('shows the figures of domains, the one with most harm first, and of everybody else', async () => {
  const { readParts, bounce } = await setUp();
  await bounce(7);
  await bounce(7);

  const answer = await readParts(RUN, 'domain');

  expect(answer).toEqual({
    parts: [
      { ...nothing, name: 'b.example', delivered: 1, hardBounced: 1 },
      { ...nothing, name: 'a.example', delivered: 1 },
    ],
    others: { ...nothing, delivered: 1 },
  });
});

it('shows everybody as others where no import is known', async () => {
  const { readParts } = await setUp();

  const answer = await readParts(RUN, 'import');

  expect(answer).toEqual({ parts: [], others: { ...nothing, delivered: 3 } });
});

it('is at most five seconds old', async () => {
  const { readParts, bounce, pass } = await setUp();
  await readParts(RUN, 'domain');
  await bounce(7);

  const [soon, later] = [await readParts(RUN, 'domain'), (pass(5_000), await readParts(RUN, 'domain'))];

  expect([soon, later].map((answer) => answer?.parts[0]?.hardBounced)).toEqual([0, 1]);
});

it('knows a run of which nothing has happened yet, and no other', async () => {
  const { readParts } = await setUp();

  const answers = [await readParts('run_2', 'domain'), await readParts('run_3', 'domain')];

  expect(answers).toEqual([{ parts: [], others: nothing }, undefined]);
});
