import fc from 'fast-check';

import type { DraftCampaign } from './campaign.ts';
import { launchCampaign, mayBeScheduled, scheduleCampaign, unscheduleCampaign } from './campaign-lifecycle.ts';
import { beginRun, endCampaign } from './campaign-run-lifecycle.ts';
import { retryCampaign } from './next-attempt.ts';
import { newRun } from './run.ts';
import { momentOf } from './wall-clock.ts';

const now = new Date('2026-11-21T10:00:00Z');
const localTime = { at: '2026-12-01T09:00', field: 'time zone', otherwise: 'Asia/Seoul' };
const draft: DraftCampaign = {
  status: 'draft',
  id: 'cmp_1',
  version: 1,
  attempt: 1,
  name: 'November letter',
  templateId: 'tpl_1',
  listId: 'lst_1',
  from: { address: 'letters@example.com' },
};
const asked = (given: Partial<typeof localTime>, campaign = draft) =>
  mayBeScheduled(campaign, { localTime: { ...localTime, ...given } }, now);
const change = { id: 'command-1', version: 1 };

describe('scheduling for the clocks of recipients', () => {
  it('starts the run a quarter of an hour before the first clock on earth shows the time', () => {
    expect(asked({})).toEqual({ ok: true, value: { sendAt: new Date('2026-11-30T18:45:00Z'), localTime } });
  });

  it('starts the run in a minute where some are past the time already', () => {
    const at = '2026-11-21T09:00';

    expect(asked({ at })).toMatchObject({ value: { sendAt: new Date('2026-11-21T10:01:00Z'), localTime: { at } } });
  });

  it.each([
    ['a time that is past everywhere', { at: '2026-11-20T22:01' }, 'local_time_past'],
    ['a time more than a year away', { at: '2027-11-21T22:02' }, 'local_time_too_far'],
    ['a zone that nobody knows', { otherwise: 'Asia/Soul' }, 'time_zone_unknown'],
    ['an offset, which knows nothing of summer', { otherwise: '+09:00' }, 'time_zone_unknown'],
  ])('refuses %s', (_, given, kind) => {
    expect(asked(given)).toMatchObject({ ok: false, problem: { kind } });
  });

  it('takes the first and the last time that it may', () => {
    expect([asked({ at: '2026-11-20T22:02' }), asked({ at: '2027-11-21T22:00' })]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });

  it('refuses a campaign that has a send window: one of them must go', () => {
    const window = { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '10:00' } as const;

    expect(asked({}, { ...draft, window })).toMatchObject({ problem: { kind: 'local_time_and_window' } });
  });

  it('is in time for every clock on earth', () => {
    const zones = ['Pacific/Kiritimati', 'Pacific/Apia', 'Asia/Seoul', 'Europe/Berlin', 'Pacific/Pago_Pago'];
    const time = fc.date({ min: now, max: new Date('2027-11-20T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, (zone, shown) => {
        const at = shown.toISOString().slice(0, 16);
        const start = asked({ at });
        const earliest = Math.max(momentOf(zone, Date.parse(`${at}Z`)).getTime() - 900_000, now.getTime() + 60_000);
        expect(start.ok && start.value.sendAt.getTime() <= earliest).toBe(true);
      }),
    );
  });

  it('tells its run, in every attempt', () => {
    const start = { sendAt: new Date('2026-11-30T18:45:00Z'), localTime };
    const scheduled = scheduleCampaign(draft, start, { change, now });
    const begun = scheduled.ok && beginRun(scheduled.value, { attempt: 1, now: start.sendAt });
    const failed = begun && begun.ok && endCampaign(begun.value, { outcome: 'failed', attempt: 1, now });
    const again = failed && retryCampaign(failed, { id: 'retry-1' });

    expect(again && again.ok && newRun(again.value, { attempt: 2, now })).toMatchObject({ localTime });
  });

  it('is forgotten by whoever moves the campaign to one moment, takes its time back, or launches it now', () => {
    const scheduled = { ...draft, status: 'scheduled', sendAt: new Date('2026-11-30T18:45:00Z'), localTime } as const;

    for (const changed of [
      scheduleCampaign(scheduled, { sendAt: now }, { change, now }),
      unscheduleCampaign(scheduled, { change, now }),
      launchCampaign(scheduled, { change, now }),
    ]) {
      expect(changed.ok && changed.value).not.toHaveProperty('localTime');
    }
  });
});
