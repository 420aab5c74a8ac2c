import type { Run } from '../domain/run.ts';
import { makeKnowsRun } from './knows-run.ts';

const setUp = () => {
  const told = new Map<string, Run>();
  const asked: string[] = [];
  const find = async (runId: string) => {
    asked.push(runId);
    return told.get(runId);
  };
  return { knowsRun: makeKnowsRun({ find }), told, asked };
};

it('knows a run once campaigns has told of it', async () => {
  const { knowsRun, told } = setUp();

  const before = await knowsRun('run_1');
  told.set('run_1', { runId: 'run_1' });

  expect([before, await knowsRun('run_1'), await knowsRun('run_2')]).toEqual([false, true, false]);
});

it('looks up a run that is known only once', async () => {
  const { knowsRun, told, asked } = setUp();
  told.set('run_1', { runId: 'run_1' });

  await knowsRun('run_1');
  await knowsRun('run_1');

  expect(asked).toEqual(['run_1']);
});
