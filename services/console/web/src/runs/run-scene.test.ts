import { type Run, sceneOf, wasSentBefore } from './run-scene.ts';

const run = {
  status: 'sending',
  control: 'send',
  recipients: 100,
  pending: 60,
  unsettled: 0,
  timeline: [],
} as const satisfies Partial<Run>;

const guardrail = {
  guardrail: 'hard_bounces',
  hits: 12,
  sample: 100,
  limit: 0.04,
  share: 0.12,
  reason: 'Twelve came back.',
  advice: 'Look at the list.',
} as const;

it('tells a run that was told to stop from one that has stopped', () => {
  expect(sceneOf({ ...run, control: 'hold' })).toBe('stopping');
  expect(sceneOf({ ...run, control: 'hold', status: 'held' })).toBe('held');
  expect(sceneOf({ ...run, control: 'cancel' })).toBe('cancelling');
  expect(sceneOf({ ...run, control: 'cancel', status: 'cancelled' })).toBe('cancelled');
});

it('tells who held it', () => {
  expect(sceneOf({ ...run, control: 'hold', status: 'held', guardrail })).toBe('held_by_guardrail');
});

it('says that the first mails are judged where it waits for news of them, and for nothing else', () => {
  const waiting = { ...run, status: 'waiting' } as const;

  expect(sceneOf({ ...waiting, waiting: { reason: 'first_mails' } })).toBe('judging');
  expect(sceneOf({ ...waiting, waiting: { reason: 'quota' } })).toBe('waiting');
  expect(sceneOf(waiting)).toBe('waiting');
});

it('says so as well while the planner looks at its canary, between two looks', () => {
  const wave = { wave: 1, isSettling: false, recipients: 40, accepted: 40, refused: 0, suppressed: 0 };

  expect(sceneOf({ ...run, timeline: [{ ...wave, canary: 'judging' }] })).toBe('judging');
  expect(sceneOf({ ...run, timeline: [{ ...wave, canary: 'passed' }] })).toBe('sending');
});

it('says that only doubts are left', () => {
  expect(sceneOf({ ...run, pending: 0, unsettled: 3 })).toBe('settling');
  expect(sceneOf({ ...run, pending: 1, unsettled: 3 })).toBe('sending');
});

it('does not call a run whole that left somebody out', () => {
  expect(sceneOf({ ...run, status: 'sent', pending: 0, unsent: 0 })).toBe('sent');
  expect(sceneOf({ ...run, status: 'sent', pending: 0, unsent: 4 })).toBe('sent_with_gaps');
});

it('goes on after an earlier attempt only where that has sent something, as far as the service says', () => {
  expect(wasSentBefore({ attempt: 1, wavesBefore: 0 })).toBe(false);
  expect(wasSentBefore({ attempt: 2, wavesBefore: 0 })).toBe(false);
  expect(wasSentBefore({ attempt: 2, wavesBefore: 3 })).toBe(true);
  expect(wasSentBefore({ attempt: 2 })).toBe(true);
});
