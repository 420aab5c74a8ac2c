import { type Clients, createClients } from './clients.ts';
import type { Closing } from './closing.ts';
import { startDatabase } from './database/dynoxide.ts';
import { type Issuer, startIssuer } from './issuer/issuer.ts';
import type { Log } from './log.ts';
import type { Ports } from './ports.ts';
import { createStores, type Stores } from './stores/stores.ts';

interface Wanted {
  readonly host: string;
  readonly ports: Ports;
  readonly region: string;
  readonly dataFolder: string;
  readonly onDeath: () => void;
  readonly log: Log;
  readonly closing: Closing;
}

export interface Emulators {
  readonly clients: Clients;
  readonly stores: Stores;
  readonly issuer: Issuer;
}

/** Starts what others have written: fauxqs, dynoxide and the token issuer. */
export const startEmulators = async (wanted: Wanted): Promise<Emulators> => {
  const { host, ports, region, dataFolder, onDeath, log, closing } = wanted;
  const clients = createClients({ host, ports, region });
  const [stores, issuer] = await Promise.all([
    startStores(wanted),
    startIssuer({ host, port: ports.issuer, dataFolder, log }).then((issuer) => {
      closing.add(issuer.stop);
      return issuer;
    }),
    startDatabase({ host, port: ports.dynamodb, log, onDeath }).then((database) => closing.add(database.stop)),
  ]);
  closing.add(clients.destroy);

  return { clients, stores, issuer };
};

const startStores = async ({ host, ports, region, log, closing }: Wanted): Promise<Stores> => {
  const stores = await createStores({ region, log });
  closing.add(stores.stop);
  await stores.listen({ host, port: ports.stores });

  return stores;
};
