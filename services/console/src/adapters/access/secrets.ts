import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Secrets } from '../../application/access/ports.ts';

const ID_BYTES = 12;
const SECRET_BYTES = 32;
/** By these letters scanners of repositories and logs find a secret that was left there. */
const SECRET_PREFIX = 'bhk_';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** 256 random bits need no slow hash: nobody can guess them, however fast they are tried. */
export class RandomSecrets implements Secrets {
  make() {
    const secret = `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const keyId = `key_${randomBytes(ID_BYTES).toString('base64url')}`;
    return { keyId, secret, hash: hashOf(secret).toString('base64url') };
  }

  matches(secret: string, hash: string): boolean {
    const kept = Buffer.from(hash, 'base64url');
    const shown = hashOf(secret);
    return kept.length === shown.length && timingSafeEqual(kept, shown);
  }
}
