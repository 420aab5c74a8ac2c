import { type Access, keepAccess } from './keep-access.ts';

const MINUTE = 60_000;

const setUp = (answers: readonly (Access | undefined | Error)[]) => {
  let now = 0;
  const left = [...answers];
  let asked = 0;
  const renew = async () => {
    asked += 1;
    const answer = left.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const keeper = keepAccess({ first: { token: 'first', until: 15 * MINUTE }, renew, now: () => now });
  return {
    asked: () => asked,
    tokenAt: (minutes: number) => {
      now = minutes * MINUTE;
      return keeper.token();
    },
  };
};
const second = { token: 'second', until: 29 * MINUTE };

it('hands out the same token until a minute before its end', async () => {
  const { tokenAt, asked } = setUp([second]);

  expect([await tokenAt(0), await tokenAt(13.9)]).toEqual(['first', 'first']);
  expect(asked()).toBe(0);
  expect([await tokenAt(14), await tokenAt(27)]).toEqual(['second', 'second']);
});

it('renews once for all that ask at the same time', async () => {
  const { tokenAt, asked } = setUp([second]);

  expect(await Promise.all([tokenAt(14), tokenAt(14), tokenAt(14)])).toEqual(['second', 'second', 'second']);
  expect(asked()).toBe(1);
});

it('uses what is left of a token while it cannot be renewed, and tries again', async () => {
  const { tokenAt } = setUp([new Error('no network'), second]);

  expect([await tokenAt(14), await tokenAt(14.5)]).toEqual(['first', 'second']);
});

it('says so when the token is over and cannot be renewed', async () => {
  const { tokenAt } = setUp([new Error('no network')]);

  await expect(tokenAt(15)).rejects.toThrow('no network');
});

it('lets the service refuse the old token when nobody is signed in any more', async () => {
  const { tokenAt } = setUp([undefined]);

  expect(await tokenAt(20)).toBe('first');
});
