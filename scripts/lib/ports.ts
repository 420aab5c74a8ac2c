import { assertFree } from '../../packages/local-cloud/src/free-port.ts';
import { hostPorts, listPorts, portsFrom } from '../../packages/local-cloud/src/ports.ts';

const HOST = '127.0.0.1';

/**
 * Makes sure that every port of the platform is free before anything is started.
 *
 * @throws {PortTaken} with one sentence that names the port and the way out
 */
export const assertPortsFree = async (basePort: number, services: readonly string[]): Promise<void> => {
  const forHosts = services.flatMap((service, slot) => {
    const { httpPort, lambdaPort } = hostPorts(basePort, slot);
    const purpose = `the host of ${service}`;

    return [
      { port: httpPort, purpose },
      { port: lambdaPort, purpose },
    ];
  });
  for (const wanted of [...listPorts(portsFrom(basePort)), ...forHosts]) await assertFree({ host: HOST, ...wanted });
};
