import type { Outcome } from '../../../scripts/chaos/outcome.ts';
import { runChaos } from '../../../scripts/chaos/run-chaos.ts';
import { openStage } from '../../../scripts/chaos/stage.ts';

const SEEDS = [1, 2, 3] as const;

let stage: Awaited<ReturnType<typeof openStage>>;
let outcomes: readonly Outcome[];

/** All at once: what is done to one of the runs happens to the others too. Whoever is stuck says so before nobody listens any more. */
beforeAll(async () => {
  stage = await openStage(5_400);
  outcomes = await Promise.all(SEEDS.map((seed) => runChaos(stage, { recipients: 2_000, faults: 10, seed })));
}, 1_800_000);

afterAll(() => stage.close(), 60_000);

it.each(SEEDS)(
  'mails nobody twice and forgets nobody while hosts are killed, messages come again and SES misbehaves: seed %i',
  (seed) => {
    const outcome = outcomes.find(({ figures }) => figures.seed === seed);

    expect(outcome?.isRight ? [] : outcome?.story).toEqual([]);
    expect(outcome?.figures).toMatchObject({ recipients: 2_000, faults: 10, sentTwice: 0, neverSent: 0 });
  },
);
