import { campaignId, cause, createWorld } from '../testing/world.ts';
import { makeUnscheduleCampaign } from './start-run.ts';

const tomorrow = new Date('2026-11-22T09:00:00Z');
const dayAfter = new Date('2026-11-23T09:00:00Z');
const schedule = { commandId: 'schedule-1', campaignId, version: 1, sendAt: tomorrow };

it('leaves to people what would begin long after its time', async () => {
  const world = createWorld();
  const moving = { ...schedule, commandId: 'schedule-2', version: 2 };
  await world.scheduleCampaign({ ...schedule, sendAt: dayAfter }, cause);
  world.clock.set('2026-11-22T09:10:00Z');

  const moved = await world.scheduleCampaign(moving, cause);
  const again = await world.scheduleCampaign(moving, cause);

  expect([moved, again]).toMatchObject([{ problem: { kind: 'time_missed' } }, { problem: { kind: 'time_missed' } }]);
  expect(world.executions.started).toEqual([]);
  expect(world.schedules.times.size).toBe(0);
  expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'scheduled', sendAt: tomorrow });
});

it('does not take back, with an earlier time, the one that somebody sets meanwhile', async () => {
  const world = createWorld();
  const scheduleAgain = { ...schedule, commandId: 'schedule-2', version: 3, sendAt: dayAfter };
  await world.scheduleCampaign(schedule, cause);
  const unschedule = makeUnscheduleCampaign({
    ...world,
    schedules: {
      set: (execution, at) => world.schedules.set(execution, at),
      clear: async (earlier) => {
        await world.scheduleCampaign(scheduleAgain, cause);
        await world.schedules.clear(earlier);
      },
    },
  });

  await unschedule({ commandId: 'unschedule-1', campaignId, version: 2 });

  expect(world.schedules.times).toEqual(new Map([['run_1-2', dayAfter]]));
});
