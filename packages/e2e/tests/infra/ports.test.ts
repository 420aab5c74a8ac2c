import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const BASE_PORT = /(?:givenPlatform|openStage)\((\d[\d_]*)\)|BASE_PORT = (\d[\d_]*)/g;
/** Gateway, emulators and issuer, and two ports for each host of a service. */
const NEEDED = 20;

const basePorts = async () => {
  const found: { readonly file: string; readonly port: number }[] = [];
  for await (const file of glob(['packages/*/tests/**/*.test.ts', 'services/*/tests/**/*.test.ts'], { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, one, other] of text.matchAll(BASE_PORT)) {
      found.push({ file, port: Number((one ?? other ?? '').replaceAll('_', '')) });
    }
  }
  return found.toSorted((a, b) => a.port - b.port);
};

it('gives every test file that starts a platform ports of its own, because they run side by side', async () => {
  const ports = await basePorts();

  const crowded = ports.filter(({ port }, n) => port - (ports[n - 1]?.port ?? 0) < NEEDED);
  expect(ports.length).toBeGreaterThan(5);
  expect(crowded).toEqual([]);
});
