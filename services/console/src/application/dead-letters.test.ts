import { InMemoryDeadLetters, letter } from '../../tests/in-memory-dead-letters.ts';
import { findDeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { makeListDeadLetters } from './list-dead-letters.ts';
import { makeRedriveAll } from './redrive-all.ts';
import { makeDiscardDeadLetter, makeRedriveDeadLetter } from './settle-dead-letter.ts';
import { makeShowDeadLetters } from './show-dead-letters.ts';

const RUNS = 'feedback-runs';
const NOW = new Date('2026-11-22T11:00:00Z');
const clock = { now: () => NOW };

const queueNamed = (name: string) => {
  const queue = findDeadLetterQueue(name);
  if (queue === undefined) throw new Error(`no queue ${name}`);
  return queue;
};
const runs = queueNamed(RUNS);

/** `count` letters, one a minute. */
const many = (count: number) => Array.from({ length: count }, (_, n) => letter(`m${n}`, n));

describe('listing queues', () => {
  it('tells how many wait and since when, and leaves them where they are', async () => {
    const letters = new InMemoryDeadLetters({
      [RUNS]: [letter('young', 30), letter('old', 5)],
      'audience-uploads': [],
    });

    const queues = await makeListDeadLetters({ letters, clock })();

    expect(queues.map(({ queue, waiting, oldestAt }) => [queue.name, waiting, oldestAt?.toISOString()])).toEqual([
      ['audience-uploads', 0, undefined],
      [RUNS, 2, '2026-11-22T10:05:00.000Z'],
    ]);
    expect(letters.idsIn(RUNS)).toEqual(['young', 'old']);
  });
});

it('looks for the oldest once a minute, however many screens show the list', async () => {
  const letters = new InMemoryDeadLetters({ [RUNS]: [letter('m1')] });
  let looks = 0;
  const take = letters.take.bind(letters);
  letters.take = (queue) => {
    looks += 1;
    return take(queue);
  };
  let seconds = 0;
  const list = makeListDeadLetters({ letters, clock: { now: () => new Date(NOW.getTime() + seconds * 1_000) } });

  for (seconds of [0, 30, 59, 60, 90]) await list();

  expect(looks).toBe(2);
});

describe('looking into a queue', () => {
  it('shows what it was handed, the oldest first, says how many more there are, and puts all back', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(25).toReversed() });

    const shown = await makeShowDeadLetters(letters)(runs, 20);

    expect(shown.letters).toHaveLength(20);
    expect(shown.letters.map((each) => each.messageId)).toEqual(Array.from({ length: 20 }, (_, n) => `m${n + 5}`));
    expect(shown.others).toBe(5);
    expect(letters.idsIn(RUNS)).toHaveLength(25);
  });

  it('puts back what it has taken when a later look fails', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(15) });
    let looks = 0;
    const take = letters.take.bind(letters);
    letters.take = (queue) => (looks++ === 0 ? take(queue) : Promise.reject(new Error('SQS is tired')));

    await expect(makeShowDeadLetters(letters)(runs, 20)).rejects.toThrow('SQS is tired');

    expect(letters.idsIn(RUNS)).toHaveLength(15);
  });
});

describe('settling one letter', () => {
  it('gives it back before it removes it, and leaves all others alone', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(25) });

    const settled = await makeRedriveDeadLetter({ letters, redrives: letters })(runs, 'm17');

    expect(settled).toBe('settled');
    expect(letters.redriven).toEqual(['m17']);
    expect(letters.idsIn(RUNS)).toEqual(
      many(25)
        .map(({ messageId }) => messageId)
        .filter((id) => id !== 'm17'),
    );
  });

  it('keeps it where it is when it cannot be given back', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(1) }, () => {
      throw new Error('SQS is tired');
    });

    await expect(makeRedriveDeadLetter({ letters, redrives: letters })(runs, 'm0')).rejects.toThrow('SQS is tired');

    expect(await letters.depth(runs)).toEqual({ waiting: 0, hidden: 1 });
  });

  it('discards it for good', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(3) });

    const settled = await makeDiscardDeadLetter(letters)(runs, 'm1');

    expect(settled).toBe('settled');
    expect(letters.idsIn(RUNS)).toEqual(['m0', 'm2']);
    expect(letters.redriven).toEqual([]);
  });

  it('says so when it is not to be seen, and puts back what it looked through', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(12) });

    const settled = await makeDiscardDeadLetter(letters)(runs, 'elsewhere');

    expect(settled).toBe('not_there');
    expect(letters.idsIn(RUNS)).toHaveLength(12);
  });

  it('gives nothing back to a schedule, which is no queue', async () => {
    const letters = new InMemoryDeadLetters({ 'campaigns-schedules': many(1) });
    const schedules = queueNamed('campaigns-schedules');

    const settled = await makeRedriveDeadLetter({ letters, redrives: letters })(schedules, 'm0');

    expect(settled).toBe('came_from_no_queue');
    expect(letters.redriven).toEqual([]);
  });
});

describe('giving all back', () => {
  it('empties the queue', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(23) });

    const redriven = await makeRedriveAll({ letters, redrives: letters, clock })(runs);

    expect(redriven).toEqual({ moved: 23, isDone: true });
    expect(letters.idsIn(RUNS)).toEqual([]);
  });

  it('leaves alone what failed again meanwhile, or it would go round for ever', async () => {
    const letters: InMemoryDeadLetters = new InMemoryDeadLetters({ [RUNS]: many(3) }, (_, { messageId }) =>
      letters.add(RUNS, { ...letter(`${messageId} again`), sentAt: new Date(NOW.getTime() + 1_000) }),
    );

    const redriven = await makeRedriveAll({ letters, redrives: letters, clock })(runs);

    expect(redriven).toEqual({ moved: 3, isDone: true });
    expect(letters.idsIn(RUNS)).toEqual(['m0 again', 'm1 again', 'm2 again']);
  });

  it('goes on behind ten that have failed again, for SQS hands out what it likes', async () => {
    const again = (n: number) => ({ ...letter(`again ${n}`), sentAt: new Date(NOW.getTime() + 1_000) });
    const letters = new InMemoryDeadLetters({
      [RUNS]: [...Array.from({ length: 10 }, (_, n) => again(n)), letter('m1')],
    });

    const redriven = await makeRedriveAll({ letters, redrives: letters, clock })(runs);

    expect(redriven).toEqual({ moved: 1, isDone: true });
    expect(letters.idsIn(RUNS)).toHaveLength(10);
    expect(letters.redriven).toEqual(['m1']);
  });

  it('removes those that it gave back when another cannot be given back, and says how far it came', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(15) }, (_, { messageId }) => {
      if (messageId === 'm12') throw new Error('SQS is tired');
    });

    const redriven = await makeRedriveAll({ letters, redrives: letters, clock })(runs);

    expect(redriven).toEqual({ moved: 14, isDone: false });
    expect(await letters.depth(runs)).toEqual({ waiting: 0, hidden: 1 });
  });

  it('says what prevented it when none could be given back', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(3) }, () => {
      throw new Error('SQS is tired');
    });

    await expect(makeRedriveAll({ letters, redrives: letters, clock })(runs)).rejects.toThrow('SQS is tired');

    expect(await letters.depth(runs)).toEqual({ waiting: 0, hidden: 3 });
  });

  it('ends before its answer would be late, and says that there is more', async () => {
    const letters = new InMemoryDeadLetters({ [RUNS]: many(50) });
    let asked = 0;
    const hurrying = { now: () => new Date(NOW.getTime() + 5_000 * asked++) };

    const redriven = await makeRedriveAll({ letters, redrives: letters, clock: hurrying })(runs);

    expect(redriven).toEqual({ moved: 20, isDone: false });
    expect(letters.idsIn(RUNS)).toHaveLength(30);
  });
});
