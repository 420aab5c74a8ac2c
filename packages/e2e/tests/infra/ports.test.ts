import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const STARTS_A_PLATFORM = /\b(?:givenPlatform|givenConsole|openStage|startPlatform)\([^)]/;
const BASE_PORT = /(?:givenPlatform|givenConsole|openStage)\((\d[\d_]*)\)|PORT = (\d[\d_]*)|basePort: (\d[\d_]*)/;
/** Gateway, emulators and issuer, and two ports for each host of a service. */
const NEEDED = 20;

/** From which port on each of these files has its own; not a number where a file says it in no way that is known here. */
const basePorts = async () => {
  const found: { readonly file: string; readonly port: number }[] = [];
  for await (const file of glob(['packages/*/tests/**/*.test.ts', 'services/*/tests/**/*.test.ts'], { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8');
    if (!STARTS_A_PLATFORM.test(text) || file.endsWith('ports.test.ts')) continue;
    const [, ...spelled] = BASE_PORT.exec(text) ?? [];
    found.push({ file, port: Number(spelled.find((each) => each !== undefined)?.replaceAll('_', '')) });
  }
  return found.toSorted((a, b) => a.port - b.port);
};

it('gives every test file that starts a platform ports of its own, because they run side by side', async () => {
  const ports = await basePorts();

  const crowded = ports.filter(({ port }, n) => port - (ports[n - 1]?.port ?? 0) < NEEDED);
  expect(ports.length).toBeGreaterThan(25);
  expect(ports.filter(({ port }) => Number.isNaN(port))).toEqual([]);
  expect(crowded).toEqual([]);
});
