import fc from 'fast-check';

import { everything, ofList } from '../domain/consent.ts';
import { HmacUnsubscribeTokens } from './hmac-unsubscribe-tokens.ts';

const tokensOf = (key: string) => new HmacUnsubscribeTokens({ get: async () => Buffer.from(key.padEnd(32)) });
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
