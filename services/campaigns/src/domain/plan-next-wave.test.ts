import { type Control, freshControl } from './control.ts';
import { foldWave } from './fold-wave.ts';
import { type Health, noFigures, noHealth } from './guardrail.ts';
import { freshPlan, type Plan, type Wave, type WaveResult } from './plan.ts';
import { openWave, planNextWave, type Situation } from './plan-next-wave.ts';

const now = new Date('2026-11-21T10:00:00Z');
const held: Control = { ...freshControl, control: 'hold', revision: 1 };
const cancelled: Control = { ...freshControl, control: 'cancel', revision: 1 };
const bad: Health = { sent: 2_000, delivered: 1_800, hardBounced: 200, complained: 0, rejected: 0, delayed: 0 };

const decide = (plan: Plan, given: Partial<Situation> = {}) =>
  planNextWave({ plan, control: freshControl, health: noHealth, now, ...given });
const result = (wave: Wave, given: Partial<WaveResult> = {}): WaveResult => ({
  wave: wave.wave,
  final: wave.final,
  recipients: 100,
  accepted: 100,
  refused: 0,
  suppressed: 0,
  left: 0,
  pending: 0,
  unsettled: 0,
  chunksWithPending: [],
  chunksWithDoubt: [],
  finishedAt: now,
  ...given,
});
/** Sends the next wave and hears how it ended. */
const after = (plan: Plan, given: Partial<WaveResult> = {}): Plan => {
  const decision = decide(plan);
  if (decision.kind !== 'send') throw new Error(`expected a wave, got ${decision.kind}`);
  return foldWave(openWave(plan, decision.wave), result(decision.wave, given));
};

const fresh = freshPlan({ recipients: 10_000_000, chunks: 10_000 });
const small = freshPlan({ recipients: 1_900, chunks: 3 });

describe('planNextWave', () => {
  it('begins with a canary of one in a hundred chunks, five at most', () => {
    expect(decide(fresh)).toEqual({ kind: 'send', wave: { wave: 1, final: false, chunks: [0, 1, 2, 3, 4] } });
    expect(decide(small)).toEqual({ kind: 'send', wave: { wave: 1, final: false, chunks: [0] } });
  });

  it('grows', () => {
    expect(decide(after(small))).toEqual({ kind: 'send', wave: { wave: 2, final: false, chunks: [1, 2] } });
  });

  it('answers a wave under way again, even when it is to hold or to stop', () => {
    const wave = { wave: 1, final: false, chunks: [0] };
    const open = openWave(small, wave);

    expect([decide(open), decide(open, { control: held }), decide(open, { control: cancelled })]).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'send', wave })),
    );
  });

  it('finishes when everybody is accounted for', () => {
    expect(decide(after(after(small)))).toEqual({ kind: 'finish', outcome: 'sent' });
  });

  it('finishes a run for nobody at once', () => {
    expect(decide(freshPlan({ recipients: 0, chunks: 0 }))).toEqual({ kind: 'finish', outcome: 'sent' });
  });

  it('holds while a person asks for it, unless nothing is left to hold', () => {
    expect(decide(after(small), { control: held })).toEqual({ kind: 'hold', because: 'asked' });
    expect(decide(after(after(small)), { control: held })).toEqual({ kind: 'finish', outcome: 'sent' });
  });

  it('takes up the chunks that a hold stopped before any others', () => {
    const stopped = after(freshPlan({ recipients: 9_100, chunks: 10 }), {
      accepted: 40,
      pending: 60,
      chunksWithPending: [0],
    });

    expect(decide(stopped)).toEqual({ kind: 'send', wave: { wave: 2, final: false, chunks: [0, 1] } });
  });

  it('settles doubt in one last wave', () => {
    const doubtful = after(after(small, { accepted: 98, unsettled: 2, chunksWithDoubt: [0] }));

    expect(decide(doubtful)).toEqual({ kind: 'send', wave: { wave: 3, final: true, chunks: [0] } });
    expect(decide(after(doubtful, { recipients: 2, accepted: 1, left: 1 }))).toEqual({
      kind: 'finish',
      outcome: 'sent',
    });
  });

  it('ends a cancelled run without sending to anybody else', () => {
    expect(decide(after(small), { control: cancelled })).toEqual({ kind: 'finish', outcome: 'cancelled' });
  });

  it('settles the doubt of a cancelled run that came after an earlier settling wave', () => {
    const inDoubt = { accepted: 99, unsettled: 1, chunksWithDoubt: [0] };
    const heldInSettling = foldWave(
      openWave(after(freshPlan({ recipients: 100, chunks: 1 }), inDoubt), { wave: 2, final: true, chunks: [0] }),
      result({ wave: 2, final: true, chunks: [0] }, { accepted: 0, pending: 1, chunksWithPending: [0] }),
    );
    const doubtfulAnew = after(heldInSettling, { accepted: 0, unsettled: 1, chunksWithDoubt: [0] });

    expect(decide(doubtfulAnew, { control: cancelled })).toEqual({
      kind: 'send',
      wave: { wave: 4, final: true, chunks: [0] },
    });
  });

  it('settles the doubt of a cancelled run once', () => {
    const doubtful = after(small, { accepted: 90, unsettled: 10, chunksWithDoubt: [0] });
    const settling = { wave: 2, final: true, chunks: [0] };
    const settled = foldWave(openWave(doubtful, settling), result(settling, { accepted: 0, unsettled: 10 }));

    expect(decide(doubtful, { control: cancelled })).toEqual({ kind: 'send', wave: settling });
    expect(decide(settled, { control: cancelled })).toEqual({ kind: 'finish', outcome: 'cancelled' });
  });

  it('holds itself when a guardrail is passed, and goes on when a person has accepted the figures', () => {
    expect(decide(after(small), { health: bad })).toMatchObject({ kind: 'hold', because: 'guardrail' });
    expect(
      decide(after(small), { health: bad, control: { ...freshControl, accepted: { ...noFigures, ...bad } } }),
    ).toMatchObject({
      kind: 'send',
    });
  });

  it('holds itself when too many mails are refused, also when nothing is left to send', () => {
    const verdict = { guardrail: 'refusals', hits: 18, sample: 20, limit: 0.2 };
    const tiny = freshPlan({ recipients: 20, chunks: 1 });
    const refused = { recipients: 20, accepted: 2, refused: 18 };
    const seen: Control = { ...freshControl, accepted: { ...noFigures, handedOver: 20, refused: 18 } };

    expect(decide(after(small, refused))).toEqual({ kind: 'hold', because: 'guardrail', verdict });
    expect(decide(after(tiny, refused))).toEqual({ kind: 'hold', because: 'guardrail', verdict });
    expect(decide(after(tiny, refused), { control: held })).toEqual({ kind: 'hold', because: 'asked' });
    expect(decide(after(tiny, refused), { control: cancelled })).toEqual({ kind: 'finish', outcome: 'cancelled' });
    expect(decide(after(tiny, refused), { control: seen })).toEqual({ kind: 'finish', outcome: 'sent' });
    expect(decide(after(small, refused), { control: seen })).toMatchObject({ kind: 'send' });
  });

  it('lets a long run wait to hear of its first mails, looking ever less often, five minutes at most', () => {
    const canary = after(fresh, { recipients: 4_100, accepted: 4_100 });
    const at = (time: string) => decide(canary, { now: new Date(`2026-11-21T10:${time}Z`) });
    const until = (time: string) => ({ kind: 'wait', until: new Date(`2026-11-21T10:${time}Z`) });

    expect(decide(canary)).toEqual(until('00:02'));
    expect(at('00:08')).toEqual(until('00:16'));
    expect(at('02:00')).toEqual(until('02:30'));
    expect(at('04:50')).toEqual(until('05:00'));
    expect(at('05:00')).toMatchObject({ kind: 'send' });
  });

  it('lets a long run go on after a minute if it has heard of most of its first mails, or of enough', () => {
    const canary = after(fresh, { recipients: 4_100, accepted: 4_100 });
    const grown = { ...canary, wave: 2, totals: { ...canary.totals, accepted: 14_100 } };
    const heardOf = (delivered: number, after = '01:00') => ({
      health: { ...noHealth, sent: 4_100, delivered },
      now: new Date(`2026-11-21T10:${after}Z`),
    });

    expect(decide(canary, heardOf(3_689))).toMatchObject({ kind: 'wait' });
    expect(decide(canary, heardOf(3_690))).toMatchObject({ kind: 'send' });
    expect(decide(canary, heardOf(4_100, '00:59'))).toMatchObject({ kind: 'wait' });
    expect(decide(grown, heardOf(4_999))).toMatchObject({ kind: 'wait' });
    expect(decide(grown, heardOf(5_000))).toMatchObject({ kind: 'send' });
  });

  it('waits after the first waves of an attempt only, however few of them are mailed', () => {
    const suppressed = { ...fresh, next: 40, size: 4, waveFinishedAt: now };

    expect(decide({ ...suppressed, wave: 20 })).toMatchObject({ kind: 'wait' });
    expect(decide({ ...suppressed, wave: 21 })).toMatchObject({ kind: 'send' });
    expect(decide({ ...suppressed, wave: 30, wavesBefore: 10 })).toMatchObject({ kind: 'wait' });
  });

  it('does not wait to hear of mails when few are left to send, or when many were sent and nobody hears', () => {
    const short = after(freshPlan({ recipients: 10_100, chunks: 11 }));
    const canary = after(fresh);

    expect(decide(short)).toMatchObject({ kind: 'send' });
    expect(decide({ ...canary, totals: { ...canary.totals, accepted: 20_001 } })).toMatchObject({ kind: 'send' });
  });

  it('does not grow while mailbox providers put mails off, or while it looks as if it will have to stop', () => {
    const plan = { ...after(fresh), size: 80, totals: { accepted: 50_000, refused: 0, suppressed: 0, left: 0 } };
    const chunksWith = (happened: Partial<Health>) => {
      const decision = decide(plan, { health: { ...noHealth, sent: 50_000, delivered: 50_000, ...happened } });
      return decision.kind === 'send' ? decision.wave.chunks.length : 0;
    };

    expect([chunksWith({ delayed: 2_000 }), chunksWith({ complained: 20 })]).toEqual([100, 100]);
    expect([chunksWith({ delayed: 20_000 }), chunksWith({ complained: 63 })]).toEqual([80, 80]);
  });

  it('gives up when an execution has had all its waves, and goes on in the next attempt', () => {
    const worn = { ...after(small), wave: 200 };

    expect(decide(worn)).toEqual({ kind: 'give_up', reason: 'too_many_waves' });
    expect(decide({ ...worn, wavesBefore: 200 })).toMatchObject({ kind: 'send' });
  });
});

describe('foldWave', () => {
  const open = openWave(small, { wave: 1, final: false, chunks: [0] });

  it('counts a wave once', () => {
    const once = foldWave(open, result({ wave: 1, final: false, chunks: [0] }));

    expect(foldWave(once, result({ wave: 1, final: false, chunks: [0] }))).toEqual(once);
    expect(once.totals.accepted).toBe(100);
  });

  it('does not believe in chunks that were not released', () => {
    const folded = foldWave(open, result({ wave: 1, final: false, chunks: [] }, { chunksWithPending: [0, 2] }));

    expect(folded.again).toEqual([0]);
  });
});
