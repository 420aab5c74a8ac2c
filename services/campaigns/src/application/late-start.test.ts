import fc from 'fast-check';

import type { Campaign } from '../domain/campaign.ts';
import { type Happening, StartStory } from '../testing/start-story.ts';
import { draft } from '../testing/world.ts';

const nth = fc.nat(3);
/** What is launched is out of everybody's hands: most stories come to that late. */
const wish = fc.constantFrom('schedule', 'schedule', 'schedule', 'unschedule', 'unschedule', 'launch');
const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), wish }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 3, 13) }),
    fc.record({ kind: fc.constantFrom('hear', 'fire', 'begin', 'give_up', 'fail'), nth }),
  ),
  { maxLength: 20, size: 'max' },
);

/** One that nobody has scheduled yet, or that an older version has, for the third time. */
const scheduled: Campaign = { ...draft, status: 'scheduled', attempt: 3, sendAt: new Date('2026-11-21T10:02:00Z') };
const campaigns = fc.constantFrom<Campaign>(draft, scheduled);

/** The smallest story for which a claim is not true, `null` if there is none. */
const exceptionTo = async (claim: (story: StartStory, given: readonly Happening[]) => Promise<boolean>) => {
  const property = fc.asyncProperty(campaigns, happenings, (campaign, given) => claim(new StartStory(campaign), given));
  return (await fc.check(property, { numRuns: 500 })).counterexample;
};

const play = async (story: StartStory, given: readonly Happening[]): Promise<void> => {
  for (const happening of given) await story.play(happening);
};

describe('a campaign whose time is moved or taken back, however late its executions are', () => {
  it('is begun by one of them', async () => {
    const exception = await exceptionTo(async (story, given) => {
      await play(story, given);
      await story.settle();
      return story.begun.size <= 1;
    });

    expect(exception).toBeNull();
  });

  it('is neither taken back from the one that has begun, nor stopped by another', async () => {
    const exception = await exceptionTo(async (story, given) => {
      for (const happening of given) {
        await story.play(happening);
        if (story.begun.size > 0 && (await story.find()).status !== 'sending') return false;
      }
      return true;
    });

    expect(exception).toBeNull();
  });

  it('keeps the time that it shows, whatever becomes of earlier ones', async () => {
    const exception = await exceptionTo(async (story, given) => {
      for (const happening of given) {
        await story.play(happening);
        if (!(await story.keepsItsTime())) return false;
      }
      return true;
    });

    expect(exception).toBeNull();
  });

  it('leaves no time set but its own', async () => {
    const exception = await exceptionTo(async (story, given) => {
      for (const happening of given) {
        await story.play(happening);
        if ((await story.timesOfOthers()).length > 0) return false;
      }
      return true;
    });

    expect(exception).toBeNull();
  });

  it('can be launched a while after its time without taking it back', async () => {
    const exception = await exceptionTo(async (story, given) => {
      await play(story, given);
      story.wait(13);
      if ((await story.find()).status !== 'scheduled') return true;
      await story.ask('launch');
      await story.settle();
      return story.begun.size === 1 && (await story.find()).status === 'sending';
    });

    expect(exception).toBeNull();
  });

  it('can be sent a while after its time, whatever has become of those before', async () => {
    const exception = await exceptionTo(async (story, given) => {
      await play(story, given);
      story.wait(13);
      if ((await story.find()).status === 'scheduled') await story.ask('unschedule');
      const { status, attempt } = await story.find();
      if (status !== 'draft') return status !== 'scheduled';
      await story.ask('launch');
      await story.settle();
      return story.begun.size === 1 && story.begun.has(attempt);
    });

    expect(exception).toBeNull();
  });
});
