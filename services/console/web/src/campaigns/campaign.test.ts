import { matches, runOf, wantsMore } from './campaign.ts';

it('finds held campaigns among those under way', () => {
  expect(matches('under_way', { status: 'held' })).toBe(true);
  expect(matches('over', { status: 'held' })).toBe(false);
  expect(matches('all', { status: 'cancelled' })).toBe(true);
});

it('asks on while a filter has found few, but not for ever', () => {
  expect(wantsMore('draft', 2, 1)).toBe(true);
  expect(wantsMore('draft', 10, 1)).toBe(false);
  expect(wantsMore('draft', 0, 10)).toBe(false);
  expect(wantsMore('all', 0, 1)).toBe(false);
});

it('knows from when on a template changes nothing of a campaign', () => {
  expect(runOf({ status: 'scheduled', runId: 'run_1' })).toBeUndefined();
  expect(runOf({ status: 'sending', runId: 'run_1' })).toBe('run_1');
});
