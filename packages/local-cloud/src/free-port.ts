import { createServer } from 'node:net';

interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly purpose: string;
}

/** Somebody else listens on a port that local-cloud needs. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;

  constructor({ port, purpose }: Wanted) {
    super(
      `Port ${port} (${purpose}) is taken. Stop what listens there, for instance another local run, ` +
        'or set LOCAL_CLOUD_PORT to the first of about thirty free ports.',
    );
    this.port = port;
  }
}

/** Tells whether nobody listens on this port yet. */
export const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** @throws {PortTaken} with one sentence that names the port and what it is for. */
export const assertFree = async (wanted: Wanted): Promise<void> => {
  if (!(await isFree(wanted.host, wanted.port))) throw new PortTaken(wanted);
};
