import * as fc from 'fast-check';

import { type ApiKey, isFirstUseOf, keyState } from './api-key.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const key: ApiKey = {
  keyId: 'key_0123456789abcdef',
  name: 'Nightly import',
  role: 'author',
  secretHash: 'hash',
  madeAt: new Date('2026-11-01T10:00:00Z'),
  madeBy: { sub: 'person:ada' },
};
const someTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

it('is usable until the moment at which it expires', () => {
  const until = { ...key, expiresAt: NOW };

  expect(keyState(key, NOW)).toBe('usable');
  expect(keyState(until, new Date(NOW.getTime() - 1))).toBe('usable');
  expect(keyState(until, NOW)).toBe('expired');
});

it('is never usable again once it has been revoked or has expired', () => {
  fc.assert(
    fc.property(someTime, someTime, someTime, fc.boolean(), (end, before, after, isRevoked) => {
      const ended = isRevoked ? { ...key, revokedAt: end, expiresAt: before } : { ...key, expiresAt: end };
      const later = new Date(Math.max(end.getTime(), after.getTime()));

      expect(keyState(ended, later)).toBe(isRevoked ? 'revoked' : 'expired');
      expect(keyState({ ...ended, lastUsedOn: '2029-01-01' }, later)).not.toBe('usable');
    }),
  );
});

it.each([
  [undefined, true],
  ['2026-11-21', true],
  ['2026-11-22', false],
  ['2026-11-23', false],
])('last used on %s, its next use is the first one of the day: %s', (lastUsedOn, isFirst) => {
  expect(isFirstUseOf(NOW, { ...key, ...(lastUsedOn !== undefined && { lastUsedOn }) })).toBe(isFirst);
});
