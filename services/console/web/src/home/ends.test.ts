import { runsToAsk, withEnds } from './ends.ts';

const noted = { campaignId: 'cmp_1', runId: 'run_1', endedAt: '2026-11-20T10:00:00Z' };
const silent = { campaignId: 'cmp_2', runId: 'run_2' };
const finishedAt = '2026-11-21T10:00:00Z';

it('asks for the runs of campaigns whose end was not noted, and for no more than the newest of them', () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ campaignId: `cmp_${n}`, runId: `run_${n}` }));

  expect(runsToAsk([noted, silent, { campaignId: 'cmp_3' }])).toEqual(['run_2']);
  expect(runsToAsk(many)).toHaveLength(10);
});

it('takes the end of a campaign from its run where it was not noted', () => {
  const answers = [{ isPending: false, data: { campaignId: 'cmp_2', finishedAt } }];

  expect(withEnds([noted, silent], answers)).toEqual({
    isKnown: true,
    campaigns: [noted, { ...silent, endedAt: finishedAt }],
  });
});

it('knows them only once every run has answered, or cannot', () => {
  const answered = { isPending: false, data: { campaignId: 'cmp_2', finishedAt } };

  expect(withEnds([silent], [answered, { isPending: true }]).isKnown).toBe(false);
  expect(withEnds([silent], [answered, { isPending: false, data: undefined }]).isKnown).toBe(true);
  expect(withEnds([noted], []).isKnown).toBe(true);
});
