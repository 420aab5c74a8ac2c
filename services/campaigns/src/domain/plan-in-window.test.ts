import fc from 'fast-check';

import type { Capacity } from './capacity.ts';
import { freshControl } from './control.ts';
import { foldWave } from './fold-wave.ts';
import { noHealth } from './guardrail.ts';
import { freshPlan, type Plan, type Wave, type WaveResult } from './plan.ts';
import { openWave, planNextWave } from './plan-next-wave.ts';
import { nextOpening, type SendWindow, weekdays } from './send-window.ts';
import { CHUNK_SIZE } from './snapshot.ts';

const capacityAt = (perSecond: number, now: Date): Capacity => ({ perSecond, activeRuns: 1, refreshedAt: now });
const decided = (plan: Plan, given: { window: SendWindow; now: Date; capacity?: Capacity; settleMs?: number }) =>
  planNextWave({ plan, control: freshControl, health: noHealth, ...given });
const day: SendWindow = { timeZone: 'Asia/Seoul', days: weekdays, from: '09:00', to: '20:00' };
const long: Plan = { ...freshPlan({ recipients: 1_000_000, chunks: 1_000 }), wave: 9, size: 200, next: 100 };

const sent = ({ wave, final, chunks }: Wave, doubtful: boolean, finishedAt: Date): WaveResult => ({
  wave,
  final,
  recipients: chunks.length * CHUNK_SIZE,
  accepted: chunks.length * CHUNK_SIZE - (doubtful && !final ? 1 : 0),
  refused: 0,
  suppressed: 0,
  left: final ? 1 : 0,
  pending: 0,
  unsettled: doubtful && !final ? 1 : 0,
  chunksWithPending: [],
  chunksWithDoubt: doubtful && !final ? chunks.slice(0, 1) : [],
  finishedAt,
});

it('waits for its window', () => {
  const now = new Date('2026-11-21T14:00:00Z');

  expect(decided(long, { window: day, now })).toEqual({
    kind: 'wait_for_window',
    opensAt: new Date('2026-11-22T00:00:00Z'),
  });
});

it('releases no more than goes out before it closes', () => {
  const now = new Date('2026-11-21T10:58:00Z');

  const decision = decided(long, { window: day, now, capacity: capacityAt(100, now) });

  expect(decision).toMatchObject({ kind: 'send', wave: { chunks: Array.from({ length: 12 }, (_, n) => 100 + n) } });
});

it('takes up no more of those whom a hold stopped than go out before it closes', () => {
  const now = new Date('2026-11-21T10:58:00Z');
  const again = Array.from({ length: 50 }, (_, n) => n);
  const plan = { ...long, again, unsettled: 3, recounted: 3 };

  const decision = decided(plan, { window: day, now, capacity: capacityAt(100, now) });

  expect(decision).toEqual({ kind: 'send', wave: { wave: 10, final: false, chunks: again.slice(0, 12) } });
  if (decision.kind !== 'send') return;
  const opened = openWave(plan, decision.wave, now);
  expect(opened.again).toEqual(again.slice(12));
  // Those who wait may be in doubt, and nobody has counted them anew.
  expect(foldWave(opened, sent(decision.wave, false, now)).unsettled).toBeGreaterThanOrEqual(3);
});

it('takes up few of them at the beginning of a window in which not all go out', () => {
  const now = new Date('2026-11-21T00:00:00Z');
  const plan = { ...long, again: [1, 2, 3, 4, 5, 6, 7, 8], reconsider: ['left' as const] };

  expect(decided(plan, { window: { ...day, to: '09:05' }, now, capacity: capacityAt(10, now) })).toEqual({
    kind: 'send',
    wave: { wave: 10, final: false, chunks: [1, 2, 3] },
  });
});

it('does not begin what would end after it closes', () => {
  const now = new Date('2026-11-21T10:59:55Z');

  expect(decided(long, { window: day, now, capacity: capacityAt(100, now) })).toMatchObject({
    kind: 'wait_for_window',
    opensAt: new Date('2026-11-22T00:00:00Z'),
  });
});

it('goes on at the beginning of a window in which not even a chunk goes out', () => {
  const now = new Date('2026-11-21T00:00:00Z');
  const narrow = { ...day, to: '09:05' };

  expect(decided(long, { window: narrow, now, capacity: capacityAt(1, now) })).toMatchObject({
    kind: 'send',
    wave: { chunks: [100] },
  });
});

it('waits for the window before it settles doubt, too: somebody may be mailed', () => {
  const settling = { ...long, next: 1_000, doubt: [5] };
  const decide = (now: string) => decided(settling, { window: day, now: new Date(now) });

  expect(decide('2026-11-21T14:00:00Z')).toMatchObject({ kind: 'wait_for_window' });
  expect(decide('2026-11-21T10:29:59Z')).toMatchObject({ kind: 'send', wave: { final: true } });
});

it('settles no doubt so late that whoever is mailed after all is mailed outside the window', () => {
  const settling = { ...long, next: 1_000, doubt: [5] };
  const now = new Date('2026-11-21T10:31:00Z');

  expect(decided(settling, { window: day, now })).toMatchObject({
    kind: 'wait_for_window',
    opensAt: new Date('2026-11-22T00:00:00Z'),
  });
});

it.each([
  ['in the same opening', '2026-11-21T08:00:00Z', 120, '2026-11-21T09:45:00Z'],
  ['in the next opening', '2026-11-21T08:00:00Z', 240, '2026-11-22T00:00:00Z'],
])(
  'settles doubt when nearly all its time is over, %s: whoever is mailed after all is mailed inside',
  (_, ended, minutes, opens) => {
    const waveFinishedAt = new Date(ended);
    const settling = { ...long, next: 1_000, doubt: [5], waveFinishedAt };
    const decide = (now: Date) => decided(settling, { window: day, now, settleMs: minutes * 60_000 });

    expect(decide(waveFinishedAt)).toEqual({ kind: 'wait_for_window', opensAt: new Date(opens) });
    expect(decide(new Date(opens))).toMatchObject({ kind: 'send', wave: { final: true } });
  },
);

it('settles doubt in its window where nobody has written down when the last wave ended', () => {
  const settling = { ...long, next: 1_000, doubt: [5] };
  const now = new Date('2026-11-21T04:00:00Z');

  expect(decided(settling, { window: day, now, settleMs: 86_400_000 })).toMatchObject({
    kind: 'send',
    wave: { final: true },
  });
});

it('settles doubt at once where the window is always open', () => {
  const settling = { ...long, next: 1_000, doubt: [5], waveFinishedAt: new Date('2026-11-21T08:00:00Z') };
  const now = new Date('2026-11-21T08:00:01Z');

  expect(
    planNextWave({ plan: settling, control: freshControl, health: noHealth, settleMs: 86_400_000, now }),
  ).toMatchObject({ kind: 'send', wave: { final: true } });
});

it.each([
  ['2026-11-21T10:58:00Z', { kind: 'send', wave: { chunks: [0] } }],
  ['2026-11-21T10:59:00Z', { kind: 'wait_for_window', opensAt: new Date('2026-11-22T00:00:00Z') }],
])('begins late only with what a modest rate sends in time, while nobody has said a rate: %s', (now, decision) => {
  const fresh = freshPlan({ recipients: 1_000_000, chunks: 1_000 });

  expect(decided(fresh, { window: day, now: new Date(now) })).toMatchObject(decision);
});

it('ends at once when it is cancelled outside its window', () => {
  const now = new Date('2026-11-21T14:00:00Z');
  const control = { ...freshControl, control: 'cancel' } as const;

  expect(planNextWave({ plan: long, control, health: noHealth, window: day, now })).toEqual({
    kind: 'finish',
    outcome: 'cancelled',
  });
});

const SETTLING_MS = 1_500_000;
const anyWindow = fc
  .record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    from: fc.nat(22),
    hours: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ timeZone, days, from, hours }) => ({
    timeZone,
    days,
    from: `${String(from).padStart(2, '0')}:30`,
    to: `${String(Math.min(24, from + hours)).padStart(2, '0')}:${from + hours >= 24 ? '00' : '30'}`,
  }));

it('sends everybody once, inside its window, however clocks are changed', () => {
  const anyRun = fc.record({
    window: anyWindow,
    chunks: fc.integer({ min: 1, max: 60 }),
    perSecond: fc.constantFrom(3, 14, 100, 1_000),
    start: fc.constantFrom(
      '2026-03-07T11:00:00Z',
      '2026-03-28T20:00:00Z',
      '2026-10-24T20:00:00Z',
      '2026-11-01T03:00:00Z',
    ),
    doubts: fc.boolean(),
  });

  fc.assert(
    fc.property(anyRun, ({ window, chunks, perSecond, start, doubts }) => {
      let plan = freshPlan({ recipients: chunks * CHUNK_SIZE, chunks });
      let now = new Date(start);
      let capacity: Capacity | undefined;
      const released: number[] = [];

      for (let step = 0; step < 10_000; step += 1) {
        const decision = planNextWave({ plan, control: freshControl, health: noHealth, capacity, window, now });
        if (decision.kind === 'finish') break;
        if (decision.kind === 'wait' || decision.kind === 'wait_for_window') {
          const until = decision.kind === 'wait' ? decision.until : decision.opensAt;
          if (until <= now) throw new Error('waits for what has been');
          now = until;
          continue;
        }
        if (decision.kind !== 'send') throw new Error(`unexpected: ${decision.kind}`);
        const { opens, closes } = nextOpening(window, now) ?? { opens: now, closes: now };
        expect(opens <= now && now < closes).toBe(true);
        const { wave } = decision;
        plan = openWave(plan, wave, now);
        const tookMs = wave.final ? SETTLING_MS : (wave.chunks.length * CHUNK_SIZE * 1_000) / perSecond;
        const end = new Date(now.getTime() + tookMs);
        const isEarly = (closes.getTime() - now.getTime()) * 2 > closes.getTime() - opens.getTime();
        const isSlowerThanThought = capacity === undefined && perSecond < 14;
        const isForced = isSlowerThanThought || (isEarly && (wave.final || wave.chunks.length === 1));
        expect(end <= closes || isForced).toBe(true);
        released.push(...(wave.final ? [] : wave.chunks));
        now = end;
        plan = foldWave(plan, sent(wave, doubts, now));
        capacity = capacityAt(perSecond, now);
      }

      expect(released.toSorted((a, b) => a - b)).toEqual(Array.from({ length: chunks }, (_, n) => n));
    }),
    { numRuns: 30 },
  );
});
