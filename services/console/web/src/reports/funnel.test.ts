import { funnelOf } from './funnel.ts';

const counted = { recipients: 200, accepted: 180, sent: 180, delivered: 160, openedByPeople: 40, clickedByPeople: 10 };

it('goes from those whom a run was for to those who followed a link', () => {
  const steps = funnelOf(counted);

  expect(steps.map(({ name, count }) => `${name} ${count}`)).toEqual([
    'recipients 200',
    'accepted 180',
    'delivered 160',
    'opened 40',
    'clicked 10',
  ]);
  expect(steps[3]).toMatchObject({ ofFirst: 0.2, ofBefore: 0.25 });
});

it('begins with what SES has told as long as a run is under way, and leaves out what nobody tells', () => {
  const { recipients: _, accepted: __, ...underWay } = { ...counted, delivered: 0, sent: 50 };

  expect(funnelOf(underWay).map(({ name, ofFirst }) => [name, ofFirst])).toEqual([
    ['accepted', 1],
    ['opened', 0.8],
    ['clicked', 0.2],
  ]);
});

it('is empty, and no nonsense, where nothing has happened', () => {
  const nothing = { sent: 0, delivered: 0, openedByPeople: 0, clickedByPeople: 0 };

  expect(funnelOf(nothing).every(({ ofFirst, ofBefore }) => ofFirst === 0 || ofBefore === 1)).toBe(true);
});
