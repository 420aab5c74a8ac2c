import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod/mini';

import type { Log } from '../log.ts';

const ALGORITHM = 'RS256';
const KEY_ID = 'local-cloud';
const FILE_NAME = 'issuer-key.json';

const signingKey = z.looseObject({ kid: z.string(), alg: z.literal(ALGORITHM), d: z.string(), n: z.string() });

export type SigningKey = z.infer<typeof signingKey>;

/**
 * Reads the issuer's private key, or makes one on the first start.
 *
 * It is kept so that a token survives a restart, as it would a deployment: whoever is signed in stays so.
 */
export const keepSigningKey = async (folder: string, log: Log): Promise<SigningKey> => {
  const file = join(folder, FILE_NAME);
  const kept = await readKey(file);
  if (kept !== undefined) return kept;

  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const made = signingKey.parse({ ...(await exportJWK(privateKey)), kid: KEY_ID, alg: ALGORITHM });
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  await chmod(file, 0o600);
  log('made a new signing key; tokens from before are no longer valid');
  return made;
};

const readKey = async (file: string): Promise<SigningKey | undefined> => {
  try {
    return signingKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
};
