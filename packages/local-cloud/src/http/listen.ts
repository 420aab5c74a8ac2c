import { once } from 'node:events';
import type { Server } from 'node:http';

/** Listens, or rejects with the reason why not. */
export const listen = async (server: Server, { host, port }: { host: string; port: number }): Promise<void> => {
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
