import { once } from 'node:events';
import type { Server } from 'node:http';

/** As long as AWS's load balancers keep idle connections. With Node's 5 s a client may write into one that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** Listens, or rejects with the reason why not. */
export const listen = async (server: Server, { host, port }: { host: string; port: number }): Promise<void> => {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, host);
  await once(server, 'listening');
};

/** Closes a server at once, whatever its connections are doing. */
export const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};
