import { Hosts } from './hosts.ts';

describe('Hosts', () => {
  it('gives each service ports of its own, and the same ones when it comes again', () => {
    const hosts = new Hosts(4500);

    const first = hosts.attach('campaigns', 1);
    const second = hosts.attach('audience', 2);
    const again = hosts.attach('campaigns', 3);

    expect(first).toMatchObject({ httpPort: 4510, lambdaPort: 4511 });
    expect(second).toMatchObject({ httpPort: 4512, lambdaPort: 4513 });
    expect(again).toMatchObject({ httpPort: 4510, lambdaPort: 4511, pid: 3, state: 'starting' });
  });

  it('lets those wait who ask for a service that is starting', async () => {
    const hosts = new Hosts(4500);
    hosts.attach('campaigns', 1);

    const waiting = hosts.whenReady('campaigns', 60_000);
    hosts.markReady('campaigns');

    expect(await waiting).toMatchObject({ service: 'campaigns', state: 'ready' });
  });

  it('lets nobody wait longer than they will', async () => {
    const hosts = new Hosts(4500);
    hosts.attach('campaigns', 1);
    hosts.markReady('campaigns');
    hosts.markGone('campaigns');

    expect(await hosts.whenReady('campaigns', 1)).toBeUndefined();
    expect(await hosts.whenReady('campaigns', 0)).toBeUndefined();
  });

  it('remembers what a service is made of while it restarts', () => {
    const hosts = new Hosts(4500);
    hosts.attach('campaigns', 1);
    const plan = { name: 'plan', service: 'campaigns', timeoutSeconds: 20, sources: [] };
    hosts.describe('campaigns', { routes: [], authorizers: {}, functions: [plan] });

    hosts.attach('campaigns', 2);

    expect(hosts.findFunction('plan')).toEqual(plan);
  });
});
