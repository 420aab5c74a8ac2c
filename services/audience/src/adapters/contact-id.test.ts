import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { contactIdOf } from './contact-id.ts';

it('is the first sixteen bytes of the hash of the address', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      const bytes = createHash('sha256').update(address).digest().subarray(0, 16);

      expect(contactIdOf(address)).toBe(bytes.toString('base64url'));
    }),
    { numRuns: 1_000 },
  );
});
