import { campaignId, createWorld, execution, prepared, runId, type World, waveResult } from '../testing/world.ts';

const planned = async (world: World) => {
  await world.planRun(execution);
  return world;
};

describe('ending', () => {
  it('says what became of everybody, once', async () => {
    const world = await planned(await prepared(createWorld()));
    await world.heard.waveFinished(runId, waveResult(1, { accepted: 90, refused: 4, suppressed: 6 }));
    await world.planRun(execution);

    await world.endRun(execution, { outcome: 'cancelled' });

    expect(world.announcements.of('run_finished')).toMatchObject([
      { outcome: 'cancelled', recipients: 1_900, accepted: 90, refused: 4, suppressed: 6, left: 0 },
    ]);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'cancelled' });
  });

  it('repeats the announcement and changes nothing when it is asked twice', async () => {
    const world = await prepared(createWorld());
    await world.endRun(execution, { outcome: 'sent' });
    const campaign = await world.campaigns.find(campaignId);

    await world.endRun(execution, { outcome: 'sent' });

    expect(world.announcements.of('run_finished')).toHaveLength(2);
    expect(await world.campaigns.find(campaignId)).toEqual(campaign);
  });

  it('does not let a late failure undo what has ended well', async () => {
    const world = await prepared(createWorld());
    await world.endRun(execution, { outcome: 'sent' });

    await world.endRun(execution, { outcome: 'failed' });

    expect(world.announcements.of('run_finished').map(({ outcome }) => outcome)).toEqual(['sent']);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'sent' });
  });
});
