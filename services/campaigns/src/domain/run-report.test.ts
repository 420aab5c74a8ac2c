import { freshControl } from './control.ts';
import { noHealth } from './guardrail.ts';
import { freshPlan, type Plan, reopenPlan } from './plan.ts';
import { newRun, type Run, reopenRun } from './run.ts';
import { finishedFact, reportRun } from './run-report.ts';
import { delayWarning } from './verdict.ts';

const now = new Date('2026-11-21T10:00:00Z');
const later = new Date('2026-11-21T10:05:00Z');
const run: Run = newRun(
  {
    status: 'sending',
    id: 'cmp_1',
    version: 2,
    attempt: 1,
    name: 'November',
    templateId: 'tpl_1',
    listId: 'lst_1',
    from: { address: 'a@example.com' },
  },
  { attempt: 1, now },
);
const snapshot = { manifest: 's3://bucket/manifest.json', recipients: 1_900, chunks: 3 };
const plan: Plan = {
  ...freshPlan(snapshot),
  wave: 1,
  size: 1,
  next: 1,
  totals: { accepted: 80, refused: 2, suppressed: 10, left: 0 },
  unsettled: 8,
};
const report = (given: Partial<Parameters<typeof reportRun>[0]>) =>
  reportRun({ run, control: freshControl, snapshot, plan, now, ...given });

describe('reportRun', () => {
  it('adds up to the recipients', () => {
    const { recipients, accepted, refused, suppressed, left, pending, unsettled } = report({});

    expect(accepted + refused + suppressed + left + pending + unsettled).toBe(recipients);
  });

  it('is preparing before there is anything to send', () => {
    expect(reportRun({ run, control: freshControl, now })).toMatchObject({
      status: 'preparing',
      recipients: 0,
      waves: 0,
    });
  });

  it('says what its snapshot waits for, unless it is another attempt that waited, or it waits no more', () => {
    const snapshotProgress = { attempt: 1, waitsFor: 'Waits for an import.', at: now };
    const given = { run, control: freshControl, snapshotProgress, now };

    expect(reportRun(given)).toMatchObject({ status: 'waiting', reason: 'Waits for an import.' });
    for (const other of [
      { run: { ...run, attempt: 2 } },
      { control: { ...freshControl, control: 'cancel' as const } },
      { snapshotProgress: { ...snapshotProgress, waitsFor: undefined } },
    ]) {
      expect(reportRun({ ...given, ...other })).toMatchObject({ status: 'preparing' });
    }
    expect(report({ snapshotProgress })).not.toHaveProperty('reason');
  });

  it('says how many waves there will be', () => {
    expect(report({})).toMatchObject({ status: 'sending', wave: 1, waves: 2 });
  });

  it('says why a run is held', () => {
    const held = { ...freshControl, control: 'hold' as const, reason: '60 hard bounces in 1000 mails' };

    expect(report({ control: held })).toMatchObject({ status: 'held', reason: '60 hard bounces in 1000 mails' });
  });

  it('gives the figures of the guardrail that holds a run, and what to do', () => {
    const guardrail = { guardrail: 'hard_bounces', hits: 60, sample: 1_000, limit: 0.04 } as const;

    expect(report({ control: { ...freshControl, control: 'hold', guardrail } }).guardrail).toMatchObject({
      ...guardrail,
      share: 0.06,
      advice: expect.stringContaining('resume without it'),
    });
  });

  it('says that waves do not grow while mailbox providers put mails off', () => {
    const health = { ...noHealth, sent: 1_000, delivered: 400, delayed: 600 };

    expect(report({ health })).toMatchObject({ status: 'sending', reason: delayWarning });
    expect(report({ health: { ...health, delayed: 30 } })).not.toHaveProperty('reason');
  });

  it('says what could not be read, and that its recipients are unsent', () => {
    const unreadable = [
      { reason: 'chunk_missing', chunks: [1] },
      { reason: 'row_malformed', chunks: [0, 2] },
    ];
    const ended = { ...run, status: 'sent' as const, finishedAt: later };
    const given = { ...plan, unsettled: 0, totals: { accepted: 880, refused: 0, suppressed: 0, left: 0 }, unreadable };

    const { reason, ...rest } = report({ run: ended, plan: given });

    expect(rest).toMatchObject({ status: 'sent', unsent: 1_020, pending: 0, unreadable });
    expect(reason).toContain('chunk_missing in 1, row_malformed in 2');
    expect(finishedFact({ ...ended, plan: given }, 'sent')).toMatchObject({ outcome: 'sent', unsent: 1_020 });
  });

  it('is still sending while the wave under way stops', () => {
    const stopping = { ...plan, open: { wave: 2, chunks: [1], final: false } };

    expect(report({ plan: stopping, control: { ...freshControl, control: 'hold' } })).toMatchObject({
      status: 'sending',
      control: 'hold',
    });
  });

  it('is still sending while the wave that is to stop has not', () => {
    const held = { ...freshControl, control: 'hold' as const };
    const open = { ...plan, open: { wave: 2, final: false, chunks: [1] } };

    expect(report({ control: held, plan: open }).status).toBe('sending');
  });

  it('is waiting only as long as it waits', () => {
    const waiting: Run = { ...run, waitsUntil: later };

    expect([report({ run: waiting }).status, report({ run: waiting, now: later }).status]).toEqual([
      'waiting',
      'sending',
    ]);
  });

  it('says that it waits for the quota of the day: between waves, and in a wave that dispatch cannot send', () => {
    const capacity = { perSecond: 1, activeRuns: 1, left24Hours: 0, refreshedAt: now };
    const open = { ...plan, open: { wave: 2, chunks: [1], final: false } };

    for (const given of [
      { capacity, run: { ...run, waitsUntil: later } },
      { capacity, plan: open },
    ]) {
      expect(report(given)).toMatchObject({ status: 'waiting', reason: expect.stringContaining('24 hours') });
    }
    expect(report({ capacity: { ...capacity, left24Hours: 1 }, plan: open })).not.toHaveProperty('reason');
    expect(report({ capacity, plan: open, control: { ...freshControl, control: 'cancel' } }).status).toBe('sending');
  });

  it('says how many waves went out before this attempt: none where a run began anew before it sent anything', () => {
    const again = { run: { ...run, attempt: 2 } };

    expect(report({ ...again, plan: reopenPlan(plan) })).toMatchObject({ attempt: 2, wavesBefore: 1 });
    expect(report({ ...again, plan: reopenPlan(freshPlan(snapshot)) })).toMatchObject({ attempt: 2, wavesBefore: 0 });
    expect(reportRun({ ...again, control: freshControl, now })).toMatchObject({ attempt: 2, wavesBefore: 0 });
  });

  it('says what became of everybody when it has ended', () => {
    const ended: Run = { ...run, status: 'cancelled', finishedAt: later };

    expect(report({ run: ended, plan: { ...plan, unsettled: 0 } })).toMatchObject({
      status: 'cancelled',
      waves: 1,
      pending: 0,
      unsent: 1_808,
    });
  });
});

describe('finishedFact', () => {
  it('calls doubt that was never settled left', () => {
    expect(finishedFact({ ...run, plan }, 'cancelled')).toMatchObject({ left: 8, unsent: 1_800, recipients: 1_900 });
  });

  it('does not call unsent who may be in the wave under way', () => {
    const open = { ...plan, open: { wave: 2, final: false, chunks: [1] } };

    expect(finishedFact({ ...run, plan: open }, 'failed')).toMatchObject({ left: 0, unsent: 800 });
  });

  it('ends a run that never had recipients', () => {
    expect(finishedFact(run, 'failed')).toMatchObject({ recipients: 0, unsent: 0 });
  });
});

describe('reopenRun', () => {
  const failed: Run = { ...run, status: 'failed', failure: { code: 'x', message: 'y' }, finishedAt: now, plan };

  it('keeps what was done and forgets the failure', () => {
    const { plan: kept, ...rest } = reopenRun(failed, 2);

    expect(rest).toEqual({ ...run, attempt: 2 });
    expect(kept).toEqual({ ...plan, wavesBefore: 1 });
  });

  it('changes nothing when it is asked twice', () => {
    const once = reopenRun(failed, 2);

    expect(reopenRun(once, 2)).toBe(once);
  });
});
