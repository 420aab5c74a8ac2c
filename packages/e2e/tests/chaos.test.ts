import { runChaos } from '../../../scripts/chaos/run-chaos.ts';
import { openStage } from '../../../scripts/chaos/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  stage = await openStage(5_400);
}, 120_000);

afterAll(() => stage.close(), 60_000);

it.each([1, 2, 3])(
  'mails nobody twice and forgets nobody while hosts are killed, messages come again and SES misbehaves: seed %i',
  async (seed) => {
    const { figures, isRight, story } = await runChaos(stage, { recipients: 2_000, faults: 12, seed });

    expect(isRight ? [] : story).toEqual([]);
    expect(figures).toMatchObject({ recipients: 2_000, faults: 12, sentTwice: 0, neverSent: 0 });
  },
  600_000,
);
