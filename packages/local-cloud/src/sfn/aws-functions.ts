import { createHash, randomUUID } from 'node:crypto';

import type jsonata from 'jsonata';

/** Step Functions writes SHA-256 where Node writes sha256. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const LONGEST_RANGE = 1_000;

const partition = (items: readonly unknown[], size: number): unknown[] => {
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition needs a whole number above zero');
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
};

const range = (start: number, end: number, step: number): number[] => {
  if (step === 0) throw new Error('$range needs a step other than zero');
  const length = Math.max(0, Math.floor((end - start) / step) + 1);
  if (length > LONGEST_RANGE) throw new Error(`$range makes at most ${LONGEST_RANGE} numbers`);
  return Array.from({ length }, (_, n) => start + n * step);
};

const hash = (text: string, algorithm: string): string => {
  const name = HASHES.get(algorithm);
  if (name === undefined) throw new Error(`$hash knows ${[...HASHES.keys()].join(', ')}, not ${algorithm}`);
  return createHash(name).update(text).digest('hex');
};

/** A small generator (mulberry32), so that `$random(seed)` gives the same number for the same seed. */
const seeded = (seed: number): number => {
  const mixed = Math.imul((seed + 0x6d2b79f5) ^ ((seed + 0x6d2b79f5) >>> 15), 1 | seed);
  const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
};

/** The functions that Step Functions adds to JSONata. */
export const AWS_FUNCTIONS = ['partition', 'range', 'hash', 'random', 'uuid', 'parse'] as const;

export const addAwsFunctions = (expression: jsonata.Expression): void => {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<ss:s>');
  expression.registerFunction(
    'random',
    (seed?: number) => (seed === undefined ? Math.random() : seeded(seed)),
    '<n?:n>',
  );
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', (text: string): unknown => JSON.parse(text), '<s:x>');
};
