import { Client, signIn } from '@bulkhead/e2e';

import { startPlatform } from '../lib/platform.ts';
import { openCloud } from './cloud.ts';
import { makeKillHost } from './kill-host.ts';
import type { Stage } from './scene.ts';
import { Wiretap } from './wiretap.ts';

/** Starts a platform whose services can be killed one by one. */
export const openStage = async (basePort: number): Promise<Stage & { readonly close: () => Promise<void> }> => {
  const complaints: string[] = [];
  const platform = await startPlatform({ basePort, hosts: 'each', log: (line) => complaints.push(line) });
  const collapsed = platform.untilStopped(() => undefined).then(() => 'The platform was stopped.', String);
  const client = new Client({ gateway: platform.gateway, token: await signIn(platform.issuer) });
  const cloud = openCloud(basePort);
  const wiretap = new Wiretap(cloud);
  await wiretap.start();

  return {
    client,
    killHost: makeKillHost(platform),
    cloud,
    wiretap,
    collapsed,
    complaints: () => complaints,
    close: async () => {
      await wiretap.stop();
      cloud.close();
      await platform.stop();
    },
  };
};
