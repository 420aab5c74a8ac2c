import fc from 'fast-check';

import { type Happening, StartStory } from '../testing/start-story.ts';

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

/** The smallest story for which a claim is not true, `null` if there is none. */
const exceptionTo = async (claim: (story: StartStory, given: readonly Happening[]) => Promise<boolean>) => {
  const property = fc.asyncProperty(happenings, (given) => claim(new StartStory(), given));
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
