import { runOf, statusesOf } from './campaign.ts';

it('finds held campaigns among those under way', () => {
  expect(statusesOf('under_way')).toBe('sending,held');
  expect(statusesOf('over')).toBe('sent,cancelled,failed');
  expect(statusesOf('all')).toBeUndefined();
});

it('knows from when on a template changes nothing of a campaign', () => {
  expect(runOf({ status: 'scheduled', runId: 'run_1' })).toBeUndefined();
  expect(runOf({ status: 'sending', runId: 'run_1' })).toBe('run_1');
});
