import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lab, startLab, until } from './lab.ts';

interface Versioned {
  readonly version: number;
}

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
});

afterAll(() => lab.close());

const writeVersion = (source: string) => writeFile(join(lab.folder, 'src/version.ts'), source);
const version = () => lab.call<Versioned>('reload');

describe('a source that changes under a host', () => {
  it('is in the next call, while the call under way ends with the code it began with', async () => {
    const [started, goOn] = [join(lab.folder, 'started'), join(lab.folder, 'go-on')];
    const before = lab.call<Versioned>('reload', { started, goOn });
    await until(
      async () => existsSync(started),
      (isStarted) => isStarted,
    );

    await writeVersion('export const version: number = 2;\n');
    await until(version, (answer) => answer.version === 2);

    await writeFile(goOn, '');

    expect(await before).toEqual({ version: 1 });
  });

  it('is ignored while it cannot be bundled, and taken up when it can again', async () => {
    await writeVersion('export const version: number = ;\n');
    await until(
      async () => lab.terminal(),
      (text) => text.includes('Unexpected ";"'),
    );
    const meanwhile = await version();
    await writeVersion('export const version: number = 3;\n');
    await until(version, (answer) => answer.version === 3);

    expect(meanwhile).toEqual({ version: 2 });
  });
});
