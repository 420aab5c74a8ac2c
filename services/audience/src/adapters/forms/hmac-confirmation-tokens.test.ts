import { ofList } from '../../domain/consent.ts';
import { clockAt } from '../../testing/in-memory-platform.ts';
import { HmacUnsubscribeTokens } from '../hmac-unsubscribe-tokens.ts';
import { sealed, TOKENS } from '../signed-bytes.ts';
import { HmacConfirmationTokens } from './hmac-confirmation-tokens.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-29T10:00:00.000Z';
const ID = 'cnf_0193a1b2c3d45c1e4f6a93cd4c4a8f2d';
const secrets = new Map([[2026, Buffer.alloc(32, 7)]]);
const keys = {
  current: async () => ({ year: 2026, secret: Buffer.alloc(32, 7) }),
  find: async (year: number) => secrets.get(year),
};
const tokensAt = (instant: string) => new HmacConfirmationTokens(keys, clockAt(instant));

it('knows its own token until it expires', async () => {
  const token = await tokensAt(AT).sign(ID, LATER);

  expect(await tokensAt(LATER).verify(token)).toBe(ID);
  expect(await tokensAt('2026-11-29T10:00:01.000Z').verify(token)).toBeUndefined();
});

it('believes no token of which a bit was changed', async () => {
  const bytes = Buffer.from(await tokensAt(AT).sign(ID, LATER), 'base64url');

  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const forged = Buffer.from(bytes);
    forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(await tokensAt(AT).verify(forged.toString('base64url'))).toBeUndefined();
  }
});

it('believes no token that was signed with another key, is cut, or has something behind it', async () => {
  const stolen = { ...keys, current: async () => ({ year: 2026, secret: Buffer.alloc(32, 8) }) };
  const foreign = await new HmacConfirmationTokens(stolen, clockAt(AT)).sign(ID, LATER);
  const token = await tokensAt(AT).sign(ID, LATER);

  for (const text of [foreign, token.slice(0, -1), `${token}A`, `${token}=`, '', 'x'.repeat(10_000)]) {
    expect(await tokensAt(AT).verify(text)).toBeUndefined();
  }
});

it('takes no token of the unsubscribe link for its own, nor that link one of these', async () => {
  const links = new HmacUnsubscribeTokens(keys, clockAt(AT));
  const sign = await links.signer();
  const link = sign({ contactId: 'AAAAAAAAAAAAAAAAAAAAAA', scope: ofList('lst_1'), runId: 'run_1' });

  expect(await tokensAt(AT).verify(link)).toBeUndefined();
  expect(await links.verify(await tokensAt(AT).sign(ID, LATER))).toBeUndefined();
});

it('takes nothing for its own that was signed for another purpose, though it is as long', async () => {
  const bytes = Buffer.from(await tokensAt(AT).sign(ID, LATER), 'base64url');
  const payload = bytes.subarray(0, 22);
  payload.writeUInt8(TOKENS.unsubscribe, 0);

  expect(await tokensAt(AT).verify(sealed(payload, Buffer.alloc(32, 7)))).toBeUndefined();
});
