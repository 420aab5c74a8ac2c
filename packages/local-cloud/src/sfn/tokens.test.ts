import fc from 'fast-check';

import { ApiError } from './errors.ts';
import { VirtualClock } from './testing/virtual-clock.ts';
import { Tokens } from './tokens.ts';

const setUp = () => {
  const clock = new VirtualClock();
  return { clock, tokens: new Tokens(clock) };
};

it('tells a token that came too late from one that was never given out', () => {
  const { tokens } = setUp();
  const { token: ended } = tokens.open();
  const { token: foreign } = setUp().tokens.open();
  tokens.close(ended);

  expect(() => tokens.heartbeat(ended)).toThrow(expect.objectContaining({ type: 'TaskTimedOut' }));
  expect(() => tokens.heartbeat(foreign)).toThrow(expect.objectContaining({ type: 'TaskDoesNotExist' }));
  expect(() => tokens.heartbeat('made up')).toThrow(expect.objectContaining({ type: 'InvalidToken' }));
});

const say = {
  success: (tokens: Tokens, token: string) => tokens.succeed(token, null),
  failure: (tokens: Tokens, token: string) => tokens.fail(token, { error: 'E', cause: '' }),
  heartbeat: (tokens: Tokens, token: string) => tokens.heartbeat(token),
};
const words = ['success', 'failure', 'heartbeat'] as const;

const refusalOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof ApiError ? error.type : 'another error';
  }
};

it('takes heartbeats and one answer for a token, and refuses everything later', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 10 }), (said) => {
      const { tokens } = setUp();
      const { token } = tokens.open();
      const answeredAt = said.findIndex((word) => word !== 'heartbeat');

      const refusals = said.map((word) => refusalOf(() => say[word](tokens, token)));

      expect(refusals).toEqual(said.map((_, n) => (answeredAt !== -1 && n > answeredAt ? 'TaskTimedOut' : undefined)));
    }),
  );
});

it('hands the first answer to whoever waits', async () => {
  const { tokens } = setUp();
  const { token, outcome } = tokens.open();

  tokens.succeed(token, { n: 1 });
  refusalOf(() => tokens.fail(token, { error: 'E', cause: '' }));

  await expect(outcome).resolves.toEqual({ n: 1 });
});

it('remembers when it last heard of a task', async () => {
  const { clock, tokens } = setUp();
  const { token, lastSignMs } = tokens.open();
  await clock.advance(5_000);

  tokens.heartbeat(token);

  expect(lastSignMs()).toBe(5_000);
});
