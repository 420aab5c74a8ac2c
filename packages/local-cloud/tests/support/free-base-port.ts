import { isFree } from '../../src/free-port.ts';

const HOST = '127.0.0.1';
const FIRST = 20_000;
const RANGE = 20_000;
const NEEDED = 24;

/** Finds a base port with enough free ports after it; random, because other test processes look too. */
export const freeBasePort = async (): Promise<number> => {
  const base = FIRST + Math.floor(Math.random() * (RANGE / NEEDED)) * NEEDED;
  const free = await Promise.all(Array.from({ length: NEEDED }, (_, n) => isFree(HOST, base + n)));

  return free.every(Boolean) ? base : freeBasePort();
};
