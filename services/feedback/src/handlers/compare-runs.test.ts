import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { InMemoryOutcomes, runsWith } from '../../tests/in-memory.ts';
import { InMemoryDelayLog } from '../../tests/in-memory-delays.ts';
import { makeReadReport } from '../application/read-report.ts';
import { Comparison } from '../openapi/answers-comparison.ts';
import { compareRuns } from './compare-runs.ts';

const at = new Date('2026-11-21T10:00:00Z');
const start = { runId: 'run_1', campaignId: 'cmp_1', campaignName: '가을 소식', at, correlationId: 'chain-1' };
const outcomes = new InMemoryOutcomes();

beforeAll(async () => {
  const positions = Array.from({ length: 1_000 }, (_, n) => n);
  for (const [runId, bounced] of [
    ['run_1', 300],
    ['run_2', 100],
  ] as const) {
    await outcomes.add({ runId, kind: 'sent', block: 0, positions });
    await outcomes.add({ runId, kind: 'bounced_permanent', block: 0, positions: positions.slice(0, bounced) });
  }
});

const ask = async (query: Readonly<Record<string, string>>) => {
  const readReport = makeReadReport({
    outcomes,
    runs: runsWith({ runId: 'run_1', start }, { runId: 'run_2' }),
    delayLog: new InMemoryDelayLog(),
    clock: { now: () => at },
  });
  const { body = '' } = await compareRuns(readReport, recordingEdge())(
    httpEvent({ route: 'GET /api/feedback/compare', query }),
    lambdaContext,
  );
  return JSON.parse(body);
};

describe('GET /api/feedback/compare', () => {
  it('puts runs side by side and says which differences are more than chance', async () => {
    const { runs, differences } = await ask({ runs: 'run_1,run_2' });

    expect(runs).toMatchObject([
      { runId: 'run_1', campaignName: '가을 소식', sent: 1_000, rates: { hardBounced: { of: 1_000, rate: 0.3 } } },
      { runId: 'run_2', sent: 1_000, rates: { hardBounced: { of: 1_000, rate: 0.1 } } },
    ]);
    expect(differences).toContainEqual(
      expect.objectContaining({
        runId: 'run_2',
        rate: 'hardBounced',
        difference: expect.closeTo(-0.2),
        isWithinChance: false,
      }),
    );
  });

  it('answers as its OpenAPI document says', async () => {
    const answer = await ask({ runs: 'run_1,run_2' });

    expect(Comparison.safeParse(answer).error).toBeUndefined();
  });

  it('names the run that nobody has heard of', async () => {
    expect(await ask({ runs: 'run_1,run_9' })).toMatchObject({
      status: 404,
      type: 'urn:bulkhead:problem:run_unknown',
      detail: expect.stringContaining('run_9'),
    });
  });

  it.each([{}, { runs: 'run_1' }, { runs: 'run_1,run_1' }, { runs: 'a,b,c,d,e,f' }, { runs: 'run_1,no such' }])(
    'refuses %j',
    async (query) => {
      expect(await ask(query)).toMatchObject({ status: 400, errors: [{ field: expect.stringMatching(/^runs/) }] });
    },
  );
});
