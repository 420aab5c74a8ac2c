import { freshControl } from './control.ts';
import { freshPlan } from './plan.ts';
import { newRun } from './run.ts';
import { type WaitingRun, waitingOf } from './run-waiting.ts';

const now = new Date('2026-12-01T00:00:00Z');
const until = new Date('2026-12-01T08:00:00Z');
const run = newRun(
  {
    status: 'sending',
    id: 'cmp_1',
    version: 2,
    attempt: 1,
    name: 'November',
    templateId: 'tpl_1',
    listId: 'lst_1',
    from: { address: 'a@example.com' },
    localTime: { at: '2026-12-01T09:00', field: 'timezone', otherwise: 'Europe/Berlin' },
  },
  { attempt: 1, now },
);
const snapshot = { manifest: 's3://bucket/manifest.json', recipients: 2_000, chunks: 2 };
const departures = [
  { firstChunk: 0, recipients: 1_000, notBefore: now },
  { firstChunk: 1, recipients: 1_000, notBefore: until },
];
const plan = { ...freshPlan(snapshot), wave: 1, next: 1 };
const usedUp = { perSecond: 1, activeRuns: 1, left24Hours: 0, refreshedAt: now };
const waiting = (given: Partial<WaitingRun>) =>
  waitingOf({ run, control: freshControl, snapshot, plan, now, ...given });

const byLocalTime = { snapshot: { ...snapshot, departures } };
const soon = { ...run, waitsUntil: new Date(now.getTime() + 30_000) };

it.each<[string, Partial<WaitingRun>, object | undefined]>([
  ['nothing', {}, undefined],
  ['the clocks of its next recipients', byLocalTime, { reason: 'local_time', until }],
  ['its window', { run: { ...run, opensAt: until } }, { reason: 'send_window', until }],
  ['the quota of the day', { run: soon, capacity: usedUp }, { reason: 'quota' }],
  ['news of its first mails', { run: soon }, { reason: 'first_mails' }],
])('waits for %s', (_, given, expected) => {
  const { sentence: _sentence, ...found } = waiting(given) ?? {};

  expect(found).toEqual(expected ?? {});
});

it('says when it goes on by the clock of those whose zone nobody knows', () => {
  expect(waiting(byLocalTime)?.sentence).toContain('Tuesday, December 1, 2026 at 9:00 AM (Europe/Berlin)');
});

it.each<[string, Partial<WaitingRun>]>([
  ['is held', { control: { ...freshControl, control: 'hold' } }],
  ['is cancelled', { control: { ...freshControl, control: 'cancel' } }],
  ['has ended', { run: { ...run, status: 'failed' } }],
  ['has a wave under way', { plan: { ...plan, open: { wave: 1, final: false, chunks: [0] } } }],
  ['sends on to those whom a hold has stopped', { plan: { ...plan, again: [0] } }],
])('waits for nobody while it %s', (_, given) => {
  expect(waiting({ ...byLocalTime, ...given })).toBeUndefined();
});
