import { once } from 'node:events';
import { createServer } from 'node:net';

import { freePorts } from './free-ports.ts';

describe('freePorts', () => {
  it('never finds the same port twice in a row', async () => {
    const found = [await freePorts(3), await freePorts(3), await freePorts(3)];

    const ports = found.flatMap((first) => [first, first + 1, first + 2]);
    expect(new Set(ports).size).toBe(9);
  });

  it('passes over ports on which somebody listens', async () => {
    const first = await freePorts(2);
    const squatter = createServer().listen(first + 3, '127.0.0.1');
    await once(squatter, 'listening');

    const second = await freePorts(2);
    squatter.close();

    expect([second, second + 1]).not.toContain(first + 3);
  });

  it('stays below the ports of outgoing connections', async () => {
    expect(await freePorts(24)).toBeLessThan(32_768 - 24);
  });
});
