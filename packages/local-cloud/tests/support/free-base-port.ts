import { freePorts } from '../../../../scripts/lib/free-ports.ts';

/** local-cloud's own ports, and those of a few hosts. */
const NEEDED = 24;

/** Finds a base port with enough free ports after it. */
export const freeBasePort = (): Promise<number> => freePorts(NEEDED);
