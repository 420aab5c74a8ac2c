import fc from 'fast-check';

import type { Campaign, CampaignPlan, DraftCampaign } from './campaign.ts';
import { editCampaign, launchCampaign, scheduleCampaign, unscheduleCampaign } from './campaign-lifecycle.ts';
import { beginRun, endCampaign, followControl } from './campaign-run-lifecycle.ts';
import { completeCampaign, retryCampaign } from './next-attempt.ts';

const now = new Date('2026-11-21T10:00:00Z');
const tomorrow = new Date('2026-11-22T09:00:00Z');
const plan: CampaignPlan = {
  name: 'November letter',
  templateId: 'tpl_1',
  listId: 'lst_1',
  from: { address: 'letters@example.com' },
};
const draft: DraftCampaign = { ...plan, status: 'draft', id: 'cmp_1', version: 1, attempt: 1 };

type Deed = (campaign: Campaign) => Campaign;
const accepted = (result: { ok: true; value: Campaign } | { ok: false }, otherwise: Campaign): Campaign =>
  result.ok ? result.value : otherwise;
const deeds: Readonly<Record<string, Deed>> = {
  edit: (c) => accepted(editCampaign(c, plan), c),
  launch: (c) => accepted(launchCampaign(c, { change: { id: `launch-${c.version}`, version: c.version }, now }), c),
  schedule: (c) =>
    accepted(
      scheduleCampaign(c, { sendAt: tomorrow }, { change: { id: `schedule-${c.version}`, version: c.version }, now }),
      c,
    ),
  unschedule: (c) =>
    accepted(unscheduleCampaign(c, { change: { id: `unschedule-${c.version}`, version: c.version }, now }), c),
  begin: (c) => accepted(beginRun(c, { attempt: c.attempt, now: tomorrow }), c),
  hold: (c) => followControl(c, 'hold'),
  resume: (c) => followControl(c, 'send'),
  finish: (c) => endCampaign(c, { outcome: 'sent', attempt: c.attempt, now }),
  cancel: (c) => endCampaign(c, { outcome: 'cancelled', attempt: c.attempt, now }),
  fail: (c) => endCampaign(c, { outcome: 'failed', attempt: c.attempt, now }),
  complete: (c) => accepted(completeCampaign(c, { id: `complete-${c.version}`, attempt: c.attempt + 1 }), c),
  retry: (c) => accepted(retryCampaign(c, { id: `retry-${c.version}` }), c),
};

/** The picture of the lifecycle, as text: from → to. */
const arrows = new Set([
  'draft → scheduled',
  'draft → sending',
  'scheduled → draft',
  'scheduled → sending',
  'sending → held',
  'held → sending',
  'sending → sent',
  'sending → cancelled',
  'sending → failed',
  'held → sent',
  'held → cancelled',
  'held → failed',
  'failed → sending',
  'cancelled → sending',
  'sent → sending',
]);

describe('the lifecycle of a campaign', () => {
  const story = fc.array(fc.constantFrom(...Object.values(deeds)), { maxLength: 40 });
  const steps = (chosen: readonly Deed[]) => {
    let campaign: Campaign = draft;
    return chosen.map((deed) => {
      const before = campaign;
      campaign = deed(campaign);
      return { before, after: campaign, deed };
    });
  };

  it('follows its arrows and no others', () => {
    fc.assert(
      fc.property(story, (chosen) => {
        for (const { before, after } of steps(chosen)) {
          expect(before.status === after.status || arrows.has(`${before.status} → ${after.status}`)).toBe(true);
        }
      }),
    );
  });

  it('goes on after it was sent or cancelled in its next attempt only, when somebody completes it', () => {
    fc.assert(
      fc.property(story, (chosen) => {
        for (const { before, after, deed } of steps(chosen)) {
          const isOver = before.status === 'sent' || before.status === 'cancelled';
          const isBegun = deed === deeds['complete'] && after.attempt === before.attempt + 1;
          expect(!isOver || after === before || isBegun).toBe(true);
        }
      }),
    );
  });

  it('begins no attempt twice, however often and late the command for it comes again', () => {
    const late = fc.record({ attempt: fc.integer({ min: 1, max: 6 }), isRetry: fc.boolean(), id: fc.nat(3) });
    fc.assert(
      fc.property(story, fc.array(late), (chosen, copies) => {
        const campaign = steps(chosen).at(-1)?.after ?? draft;
        for (const { attempt, isRetry, id } of copies.filter(({ attempt }) => attempt <= campaign.attempt)) {
          const again = (isRetry ? retryCampaign : completeCampaign)(campaign, { id: `copy-${id}`, attempt });
          expect(again).toEqual({ ok: true, value: campaign });
        }
      }),
    );
  });

  it('has a new version exactly when it has changed, and never an earlier attempt', () => {
    fc.assert(
      fc.property(story, (chosen) => {
        for (const { before, after } of steps(chosen)) {
          expect(after.version - before.version).toBe(after === before ? 0 : 1);
          expect(after.attempt).toBeGreaterThanOrEqual(before.attempt);
        }
      }),
    );
  });

  it('can be edited only as a draft', () => {
    fc.assert(
      fc.property(story, (chosen) => {
        for (const { before } of steps(chosen)) {
          expect(editCampaign(before, plan).ok).toBe(before.status === 'draft');
        }
      }),
    );
  });
});
