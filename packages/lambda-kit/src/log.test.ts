import { createLog } from './log.ts';

const setUp = () => {
  const lines: unknown[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  return { log: createLog({ service: 'dispatch', stage: 'prod', now: () => 0, write }), lines };
};
const common = { service: 'dispatch', timestamp: '1970-01-01T00:00:00.000Z' };

it('writes a line of JSON with a code and fields', () => {
  const { log, lines } = setUp();

  log.info('run_started', { runId: 'run_1', wave: 2, name: undefined });
  log.warn('run_held');
  log.error('run_failed');

  expect(lines).toEqual([
    { ...common, level: 'INFO', message: 'run_started', runId: 'run_1', wave: 2 },
    { ...common, level: 'WARN', message: 'run_held' },
    { ...common, level: 'ERROR', message: 'run_failed' },
  ]);
});

it('carries fields along, and changes no other log', () => {
  const { log, lines } = setUp();

  log.with({ runId: 'run_1' }).with({ wave: 1 }).info('a', { wave: 2 });
  log.info('b');

  expect(lines).toEqual([
    { ...common, level: 'INFO', message: 'a', runId: 'run_1', wave: 2 },
    { ...common, level: 'INFO', message: 'b' },
  ]);
});

it('lets no field pose as something else', () => {
  const { log, lines } = setUp();

  log.error('broken', { level: 'INFO', message: 'fine', service: 'other' });

  expect(lines).toEqual([{ ...common, level: 'ERROR', message: 'broken' }]);
});
