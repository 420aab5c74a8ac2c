import { DynamoRunExports } from '../../src/adapters/dynamo-run-exports.ts';
import { startTable, TABLE } from '../table.ts';

const WEEK_MS = 7 * 86_400_000;
const ready = {
  status: 'ready',
  key: 'exports/x',
  recipients: 2,
  unnamed: 1,
  asOf: '2026-11-22T10:00:01.000Z',
} as const;

let table: Awaited<ReturnType<typeof startTable>>;
let nowMs = Date.UTC(2026, 10, 22, 10);
const clock = { now: () => new Date(nowMs) };
let exports: DynamoRunExports;

beforeAll(async () => {
  table = await startTable();
  exports = new DynamoRunExports(table.db, TABLE, clock);
});

afterAll(() => table.stop());

describe('exports in the table', () => {
  const request = (exportId: string) =>
    ({ runId: 'run_1', exportId, format: 'csv', at: '2026-11-22T10:00:00.000Z' }) as const;

  it('are building until they are ready or have failed', async () => {
    await exports.begin(request('exp_1'));
    const building = await exports.find(request('exp_1'));

    await exports.note(request('exp_1'), ready);

    expect(building).toEqual({ ...request('exp_1'), status: 'building' });
    expect(await exports.find(request('exp_1'))).toEqual({ ...request('exp_1'), ...ready });
    await exports.note(request('exp_1'), { status: 'failed', reason: 'snapshot_gone' });
    expect(await exports.find(request('exp_1'))).toMatchObject({ status: 'failed', reason: 'snapshot_gone' });
  });

  it('are found under their own run only', async () => {
    await exports.begin(request('exp_2'));

    expect(await exports.find({ runId: 'run_2', exportId: 'exp_2' })).toBeUndefined();
  });

  it('do not come back when what is noted of them comes late', async () => {
    await exports.note(request('exp_3'), ready);

    expect(await exports.find(request('exp_3'))).toBeUndefined();
  });

  it('are forgotten after a week, as their files are', async () => {
    await exports.begin(request('exp_4'));

    nowMs += WEEK_MS;

    expect(await exports.find(request('exp_4'))).toBeUndefined();
  });
});
