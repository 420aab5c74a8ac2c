import { mutations } from './mutations.ts';
import { shrink } from './shrink.ts';
import { simulate } from './simulate.ts';
import type { Variant } from './variant.ts';

const SEEDS = 300;

it('sends nobody twice, forgets nobody, keeps the rate, says what is true and comes to an end, in every world', async () => {
  const failures: string[] = [];

  for (let seed = 0; seed < SEEDS; seed += 1) {
    const { broken } = await simulate({ seed });
    failures.push(...broken.map(({ promise, text }) => `seed ${seed}: ${promise}: ${text}`));
  }

  expect(failures).toEqual([]);
});

it('goes through the same world again with the same seed', async () => {
  const [one, other] = [
    await simulate({ seed: 7, isJournalKept: true }),
    await simulate({ seed: 7, isJournalKept: true }),
  ];

  expect(one).toEqual(other);
  expect(one.journal.length).toBeGreaterThan(20);
});

describe('that weather is bad indeed', () => {
  const lines = (async () => {
    const all: string[] = [];
    for (let seed = 0; seed < 100; seed += 1) all.push(...(await simulate({ seed, isJournalKept: true })).journal);
    return all;
  })();

  it.each([
    ['answers get lost', /the answer is lost/],
    ['writes arrive late', /ledger.replace: gets no answer and happens/],
    ['senders are killed', /c\d.* is killed/],
    ['processes stand still', /stands still/],
    ['senders are fenced', /#\d +fenced/],
    ['claims become doubt when somebody takes over', /taken over; unknown/],
    ['doubt turns out to have been sent', /doubt_settled.*"seen":[1-9]/],
    ['doubt is sent again', /doubt_settled.*"resent":[1-9]/],
    ['doubt is left', /doubt_settled.*"left":[1-9]/],
    ['chunks cannot be read', /chunk_unreadable.*"chunk_(missing|malformed|changed)"/],
    ['rows cannot be read', /chunk_unreadable.*"row_malformed"/],
    ['somebody repairs chunks, and their recipients are mailed', /has repaired chunks/],
    ['messages are dead-lettered', /goes to the dead letters/],
    ['runs are held', /a person +says hold/],
    ['runs are cancelled', /the run is cancelled/],
    ['ended runs are completed', /completes the run: the unsent/],
    ['those who were left are reconsidered', /completes the run: left/],
    ['those who were refused are reconsidered', /completes the run:.*refused/],
    ['those who were suppressed are reconsidered', /completes the run:.*suppressed/],
    ['people leave in time', /suppressed \d/],
    ['people have an import left out', /excludes imp_2/],
    ['SES takes mails after their sender has given up', /SES takes it \d+ ms later/],
  ])('%s', async (_, pattern) => {
    const times = (await lines).filter((line) => pattern.test(line)).length;

    expect(times).toBeGreaterThan(2);
  });
});

const firstFailing = async (variant: (() => Variant) | undefined): Promise<number> => {
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const { broken, faults } = await simulate({ seed, variant: variant?.() });
    if (broken.length > 0 && faults.size > 20) return seed;
  }
  throw new Error('Nothing fails');
};

it('finds the shortest way to what goes wrong', async () => {
  const variant = mutations.find(({ rule }) => rule.startsWith('R10'))?.variant;
  const seed = await firstFailing(variant);
  const failing = await simulate({ seed, variant: variant?.() });

  const { course } = await shrink({ seed, variant }, failing);

  expect(course.broken[0]?.promise).toBe(failing.broken[0]?.promise);
  expect(course.faults.size).toBeLessThan(Math.min(4, failing.faults.size));
  expect(course.recipients).toBeLessThan(failing.recipients);
  expect(course.journal.join('\n')).toContain('BROKEN');
});
