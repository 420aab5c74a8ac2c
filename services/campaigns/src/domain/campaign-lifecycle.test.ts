import type { Campaign, CampaignPlan, DraftCampaign } from './campaign.ts';
import {
  launchCampaign,
  mayBeScheduled,
  mayBeUnscheduled,
  scheduleCampaign,
  unscheduleCampaign,
} from './campaign-lifecycle.ts';
import { beginRun, endCampaign } from './campaign-run-lifecycle.ts';
import { retryCampaign } from './next-attempt.ts';

const now = new Date('2026-11-21T10:00:00Z');
const tomorrow = new Date('2026-11-22T09:00:00Z');
const soon = new Date('2026-11-21T10:00:10Z');
const plan: CampaignPlan = {
  name: 'November letter',
  templateId: 'tpl_1',
  listId: 'lst_1',
  from: { address: 'letters@example.com' },
};
const draft: DraftCampaign = { ...plan, status: 'draft', id: 'cmp_1', version: 3, attempt: 1 };
const scheduled: Campaign = { ...draft, status: 'scheduled', sendAt: tomorrow };
const sending: Campaign = { ...draft, status: 'sending' };
const failed: Campaign = { ...draft, status: 'failed' };
const change = { id: 'command-1', version: 3 };
const context = { change, now };

describe('launchCampaign', () => {
  it.each([draft, scheduled])('starts a campaign that is $status', (campaign) => {
    expect(launchCampaign(campaign, context)).toMatchObject({ ok: true, value: { status: 'sending', version: 4 } });
  });

  it('starts with the next attempt long after the time, when the execution of that time may have ended unheard', () => {
    const late: Campaign = { ...scheduled, sendAt: new Date(now.getTime() - 11 * 60_000) };

    expect(launchCampaign(late, context)).toMatchObject({ value: { status: 'sending', attempt: 2 } });
    expect(launchCampaign(scheduled, context)).toMatchObject({ value: { status: 'sending', attempt: 1 } });
  });

  it('changes nothing when it is asked twice', () => {
    const once = launchCampaign(draft, context);

    expect(once.ok && launchCampaign(once.value, context)).toEqual(once);
    expect(once.ok && launchCampaign(once.value, { change: { id: 'command-2', version: 3 }, now })).toEqual(once);
  });

  it('does not launch what the person has not seen', () => {
    expect(launchCampaign({ ...draft, version: 4 }, context)).toEqual({
      ok: false,
      problem: { kind: 'outdated', version: 4 },
    });
  });

  it('does not launch a campaign that is over', () => {
    expect(launchCampaign({ ...draft, status: 'sent' }, context)).toMatchObject({
      problem: { kind: 'not_launchable', status: 'sent' },
    });
  });
});

describe('scheduling', () => {
  it('fixes a time, moves it and takes it back', () => {
    expect(scheduleCampaign(draft, { sendAt: tomorrow }, context)).toMatchObject({
      value: { status: 'scheduled', sendAt: tomorrow },
    });
    expect(scheduleCampaign(scheduled, { sendAt: soon }, context)).toMatchObject({
      value: { status: 'scheduled', sendAt: soon },
    });
    expect(unscheduleCampaign(scheduled, context)).toMatchObject({ value: { status: 'draft', version: 4 } });
  });

  it('leaves the execution of a time that was moved or taken back behind, should it start all the same', () => {
    const moved = scheduleCampaign(scheduled, { sendAt: new Date('2026-11-23T09:00:00Z') }, context);
    const taken = unscheduleCampaign(scheduled, context);

    for (const changed of [moved, taken]) {
      expect(changed).toMatchObject({ value: { attempt: 2 } });
      expect(changed.ok && beginRun(changed.value, { attempt: 1, now: tomorrow })).toMatchObject({
        problem: { kind: 'another_attempt' },
      });
      expect(changed.ok && endCampaign(changed.value, { outcome: 'failed', attempt: 1, now })).toBe(
        changed.ok && changed.value,
      );
    }
  });

  it('forgets the time of a draft', () => {
    const taken = unscheduleCampaign(scheduled, context);

    expect(taken.ok && taken.value).not.toHaveProperty('sendAt');
  });

  it('refuses a time that is too near, and changes to one that is', () => {
    expect(mayBeScheduled(draft, { sendAt: soon }, now)).toMatchObject({ problem: { kind: 'send_time_too_close' } });
    expect(mayBeScheduled({ ...scheduled, sendAt: soon }, { sendAt: tomorrow }, now)).toMatchObject({
      problem: { kind: 'about_to_start' },
    });
    expect(mayBeUnscheduled({ ...scheduled, sendAt: soon }, now)).toMatchObject({
      problem: { kind: 'about_to_start' },
    });
    expect(unscheduleCampaign({ ...scheduled, sendAt: soon }, context)).toMatchObject({
      problem: { kind: 'about_to_start' },
    });
  });

  it('lets a campaign be changed again that has not started a while after its time', () => {
    const past = (minutes: number): Campaign => ({ ...scheduled, sendAt: new Date(now.getTime() - minutes * 60_000) });

    expect(mayBeUnscheduled(past(9), now)).toMatchObject({ problem: { kind: 'about_to_start' } });
    expect(unscheduleCampaign(past(9), context)).toMatchObject({ problem: { kind: 'about_to_start' } });
    expect(mayBeUnscheduled(past(11), now).ok).toBe(true);
    expect(mayBeScheduled(past(11), { sendAt: tomorrow }, now).ok).toBe(true);
    expect(unscheduleCampaign(past(11), context)).toMatchObject({ value: { status: 'draft', attempt: 2 } });
    expect(scheduleCampaign(past(11), { sendAt: tomorrow }, context)).toMatchObject({
      value: { sendAt: tomorrow, attempt: 2 },
    });
  });

  it('refuses a time that is more than a year away', () => {
    const latest = new Date('2027-11-22T10:00:00Z');

    expect(mayBeScheduled(draft, { sendAt: latest }, now).ok).toBe(true);
    expect(mayBeScheduled(draft, { sendAt: new Date(latest.getTime() + 1) }, now)).toEqual({
      ok: false,
      problem: { kind: 'send_time_too_far', latest },
    });
  });

  it('refuses a command that has been overtaken', () => {
    expect(unscheduleCampaign({ ...scheduled, version: 9 }, context)).toMatchObject({ problem: { kind: 'outdated' } });
    expect(scheduleCampaign({ ...draft, version: 9 }, { sendAt: tomorrow }, context)).toMatchObject({
      problem: { kind: 'outdated' },
    });
  });
});

describe('beginRun', () => {
  it.each([sending, { ...draft, status: 'held' as const }])('goes on with a campaign that is $status', (campaign) => {
    expect(beginRun(campaign, { attempt: 1, now })).toEqual({ ok: true, value: campaign });
  });

  it('starts a scheduled campaign when it is due', () => {
    expect(beginRun(scheduled, { attempt: 1, now: tomorrow })).toMatchObject({ value: { status: 'sending' } });
  });

  it.each([
    ['a draft: its schedule was taken back as it fired', draft, 'not_startable'],
    ['a campaign that was moved to later', scheduled, 'not_due'],
    ['a campaign that is over', { ...draft, status: 'sent' as const }, 'not_startable'],
    ['another attempt', { ...sending, attempt: 2 }, 'another_attempt'],
  ])('never sends %s', (_, campaign, kind) => {
    expect(beginRun(campaign, { attempt: 1, now })).toMatchObject({ ok: false, problem: { kind } });
  });
});

describe('the end of a run', () => {
  it('ends the campaign once', () => {
    const sent = endCampaign(sending, { outcome: 'sent', attempt: 1, now });

    expect(sent).toMatchObject({ status: 'sent', version: 4, endedAt: now });
    expect(endCampaign(sent, { outcome: 'failed', attempt: 1, now })).toBe(sent);
  });

  it('leaves a later attempt alone', () => {
    const second: Campaign = { ...sending, attempt: 2 };

    expect(endCampaign(second, { outcome: 'failed', attempt: 1, now })).toBe(second);
  });

  it.each([draft, scheduled])(
    'gives a campaign that is $status the next execution name: this one is taken',
    (campaign) => {
      expect(endCampaign(campaign, { outcome: 'failed', attempt: 1, now })).toMatchObject({
        status: campaign.status,
        attempt: 2,
      });
    },
  );

  it('lets a failed campaign send again, in its next attempt', () => {
    const again = retryCampaign(failed, { id: 'retry-1' });

    expect(again).toMatchObject({ value: { status: 'sending', attempt: 2 } });
    expect(again.ok && retryCampaign(again.value, { id: 'retry-1' })).toEqual(again);
    expect(again.ok && retryCampaign(again.value, { id: 'retry-2' })).toMatchObject({
      problem: { kind: 'not_failed' },
    });
  });
});
