import { simulate } from '../../services/dispatch/src/testing/simulation/simulate.ts';
import { storyOf, storyToTheEnd } from './story.ts';
import { addCourse, isClean, noTally } from './tally.ts';

const broken = [{ promise: 'sent_twice', text: '0/1 is taken 2 times' }] as const;
const journal = [
  '     0.100 s  SES                takes 0/0 from c0.w1.t0#1',
  '     0.200 s  SES                takes 0/1 from c0.w1.t0#1',
  '     0.300 s  SES                takes 0/2 from c0.w1.t0#1',
  '     0.400 s  BROKEN             sent_twice: 0/1 is taken 2 times',
  '     0.500 s  campaigns          the run is sent',
];

it('tells a run in order, and of many mails in a row only the first and the last', async () => {
  const course = { ...(await simulate({ seed: 1 })), journal };

  expect(storyOf(course).split('\n').slice(-4)).toEqual([journal[0], journal[2], journal[3], journal[4]]);
});

it('tells no more than what leads to a broken promise', async () => {
  const course = { ...(await simulate({ seed: 1 })), journal };

  expect(storyToTheEnd(course).split('\n').at(-1)).toBe(journal[3]);
});

it('adds up what was broken, and is clean only without any of it', async () => {
  const course = await simulate({ seed: 1 });
  const [good, bad] = [addCourse(noTally, course), addCourse(noTally, { ...course, broken })];

  expect(good).toMatchObject({ seeds: 1, recipients: course.recipients, faults: course.faults.size, sentTwice: 0 });
  expect([isClean(good), isClean(bad), bad.sentTwice]).toEqual([true, false, 1]);
});
