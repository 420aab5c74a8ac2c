import fc from 'fast-check';

import { everything } from '../domain/consent.ts';
import { clockAt } from '../testing/in-memory-platform.ts';
import { HmacLinkChecks } from './hmac-link-checks.ts';
import { HmacUnsubscribeTokens } from './hmac-unsubscribe-tokens.ts';

const keysOf = (owner: string) => ({
  current: async () => ({ year: 2026, secret: Buffer.from(owner.padEnd(32)) }),
  find: async (year: number) => (year === 2026 ? Buffer.from(owner.padEnd(32)) : undefined),
});
const checksOn = (day: string, owner = 'ours') => new HmacLinkChecks(keysOf(owner), clockAt(`${day}T12:00:00Z`));
const checks = checksOn('2026-11-21');

it.each([
  ['2026-11-20', false],
  ['2026-11-21', true],
  ['2026-11-22', true],
  ['2026-11-23', false],
])('believes on %s what was made on 2026-11-21: %s', async (day, isGood) => {
  expect(await checksOn(day).isGenuine(await checks.make())).toBe(isGood);
});

it('believes nothing that was changed, or made by somebody else', async () => {
  const token = await checks.make();

  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.stringMatching(/^[A-Za-z0-9_=.-]?$/), async (at, letter) => {
      const forged = token.slice(0, at) + letter + token.slice(at + 1);
      fc.pre(forged !== token);

      expect(await checks.isGenuine(forged)).toBe(false);
    }),
  );
  expect(await checks.isGenuine(await checksOn('2026-11-21', 'theirs').make())).toBe(false);
  expect(await checks.isGenuine('')).toBe(false);
});

it('is no link of a person, and no link of a person is one', async () => {
  const tokens = new HmacUnsubscribeTokens(keysOf('ours'), clockAt('2026-11-21T12:00:00Z'));
  const claim = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', runId: 'run_1', scope: everything };

  expect(await tokens.verify(await checks.make())).toBeUndefined();
  expect(await checks.isGenuine((await tokens.signer())(claim))).toBe(false);
});
