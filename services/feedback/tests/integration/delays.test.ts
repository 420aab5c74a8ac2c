import { DynamoDelayLog } from '../../src/adapters/dynamo-delay-log.ts';
import { delaysOf, figuresOfDelays, noDelays } from '../../src/domain/delays.ts';
import { startTable, TABLE } from '../table.ts';

let table: Awaited<ReturnType<typeof startTable>>;

beforeAll(async () => {
  table = await startTable();
});

afterAll(() => table.stop());

it('puts together how late events came, whoever measured it', async () => {
  const delayLog = new DynamoDelayLog(table.db, TABLE);

  await Promise.all([
    delayLog.add('run_1', delaysOf([500, 4_000_000])),
    delayLog.add('run_1', delaysOf([700, 8_000])),
    delayLog.add('run_2', delaysOf([20_000])),
    delayLog.add('run_2', noDelays),
  ]);

  expect(await delayLog.of('run_1')).toEqual(delaysOf([500, 700, 8_000, 4_000_000]));
  expect(figuresOfDelays(await delayLog.of('run_2'))).toEqual({ events: 1, median: 20, p95: 20 });
  expect(await delayLog.of('run_3')).toEqual(noDelays);
});
