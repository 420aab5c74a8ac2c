import fc from 'fast-check';

import { everything, ofList } from '../domain/consent.ts';
import { clockAt } from '../testing/in-memory-platform.ts';
import { HmacUnsubscribeTokens } from './hmac-unsubscribe-tokens.ts';

/** Keys of every year, as on a day. */
const keysOf = (owner: string, day: string) => {
  const keyOf = (year: number) => Buffer.from(`${owner} ${year}`.padEnd(32));
  const today = new Date(day).getUTCFullYear();
  return {
    current: async () => ({ year: today, secret: keyOf(today) }),
    find: async (year: number) => (year <= today && year > today - 4 ? keyOf(year) : undefined),
  };
};
const tokensOf = (owner: string, day = '2026-11-21') => new HmacUnsubscribeTokens(keysOf(owner, day), clockAt(day));
const tokens = tokensOf('ours');
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
const claim = fc.record({
  contactId: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  scope: fc.option(id).map((listId) => (listId === null ? everything : ofList(listId))),
  runId: id,
});

it('reads back what it signed, and fits the 200 characters of a snapshot row', async () => {
  const sign = await tokens.signer();

  await fc.assert(
    fc.asyncProperty(claim, async (claimed) => {
      const token = sign(claimed);

      expect(token).toMatch(/^[A-Za-z0-9_-]{40,200}$/);
      expect(await tokens.verify(token)).toEqual(claimed);
    }),
  );
});

it('believes no token of which a single character was changed', async () => {
  const sign = await tokens.signer();

  await fc.assert(
    fc.asyncProperty(claim, fc.nat(), fc.stringMatching(/^[A-Za-z0-9_=.-]$/), async (claimed, at, letter) => {
      const token = sign(claimed);
      const n = at % token.length;
      const forged = token.slice(0, n) + letter + token.slice(n + 1);
      fc.pre(forged !== token);

      expect(await tokens.verify(forged)).toBeUndefined();
    }),
  );
});

it('believes no token that was cut, lengthened, made up or signed by somebody else', async () => {
  const [ours, theirs] = await Promise.all([tokens.signer(), tokensOf('theirs').signer()]);

  await fc.assert(
    fc.asyncProperty(claim, fc.string({ unit: 'binary' }), fc.nat(), async (claimed, text, cut) => {
      const token = ours(claimed);
      const forgeries = [text, token.slice(0, cut % token.length), token + 'A', `${token}${text}x`, theirs(claimed)];

      for (const forged of forgeries) expect(await tokens.verify(forged)).toBeUndefined();
    }),
  );
});

it('shows no address and no two alike', async () => {
  const sign = await tokens.signer();
  const about = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', runId: 'run_1' };

  expect(sign({ ...about, scope: everything })).not.toBe(sign({ ...about, scope: ofList('lst_1') }));
});

it.each([
  ['2026-11-21', true],
  ['2027-01-01', true],
  ['2029-11-20', true],
  ['2029-11-21', false],
  ['2031-01-01', false],
])('verifies on %s what was signed on 2026-11-21, whichever key is signed with by then: %s', async (day, isValid) => {
  const claimed = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', runId: 'run_1', scope: ofList('lst_1') };
  const token = (await tokens.signer())(claimed);

  expect(await tokensOf('ours', day).verify(token)).toEqual(isValid ? claimed : undefined);
});

it('lets nobody use a token for another list, contact or day', async () => {
  const about = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', runId: 'run_1' };
  const sign = await tokens.signer();
  const bytes = Buffer.from(sign({ ...about, scope: ofList('lst_1') }), 'base64url');
  const other = Buffer.from(sign({ ...about, scope: ofList('lst_2') }), 'base64url');

  const replayed = Buffer.from(bytes.toString('latin1').replace('lst_1', 'lst_2'), 'latin1');
  const mixed = Buffer.concat([other.subarray(0, -16), bytes.subarray(-16)]);
  const prolonged = Buffer.from(bytes);
  prolonged.writeUInt16BE(prolonged.readUInt16BE(2) + 1, 2);

  for (const forged of [replayed, mixed, prolonged]) {
    expect(await tokens.verify(forged.toString('base64url'))).toBeUndefined();
  }
});
