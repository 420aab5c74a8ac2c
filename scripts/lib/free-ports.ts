import { isFree } from '../../packages/local-cloud/src/free-port.ts';

// oxlint-disable-next-line node/no-process-env -- jest tells its workers apart by this, and by nothing else
const worker = Number(process.env['JEST_WORKER_ID'] ?? 1);

/** Below the ports that the system gives to outgoing connections, any of which may take a port that was free a moment ago. */
const FIRST = 20_000;
const BANDS = 48;
const BAND = 250;

/** Another run of the tests on this machine begins somewhere else. */
let next = Math.floor(Math.random() * BAND);

/**
 * Finds ports in a row on which nobody listens, and answers the first of them.
 *
 * Test files that run side by side look in different places, and none is found twice soon: whoever gets it opens it later.
 *
 * @example const basePort = await freePorts(24);
 */
export const freePorts = async (count: number): Promise<number> => {
  const start = next + count > BAND ? 0 : next;
  next = start + count;
  const first = FIRST + (worker % BANDS) * BAND + start;
  const free = await Promise.all(Array.from({ length: count }, (_, n) => isFree('127.0.0.1', first + n)));

  return free.every(Boolean) ? first : freePorts(count);
};
