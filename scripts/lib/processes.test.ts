import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutAccount } from './environment.ts';
import { Processes } from './processes.ts';

/** A process that says it is ready, and writes down its name when it is asked to stop. */
const PART = `
  const [name, file, mood] = process.argv.slice(1);
  process.once('disconnect', () => process.exit(1));
  process.on('SIGTERM', () => {
    require('node:fs').appendFileSync(file, name + '\\n');
    if (mood !== 'stubborn') process.exit(0);
  });
  if (mood === 'broken') throw new Error('no such file');
  process.send({ ready: name });
  setInterval(() => {}, 1000);
`;

let folder: string;
let processes: Processes;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'processes-'));
  lines = [];
  const logFolder = join(folder, 'logs');
  processes = new Processes({
    env: withoutAccount({}),
    logFolder,
    onLine: (line) => lines.push(line),
    isVerbose: false,
    graceMs: 2_000,
  });
});

afterEach(async () => {
  await processes.stop();
  await rm(folder, { recursive: true });
});

const start = (name: string, mood = 'calm') =>
  processes.start({ name, parts: [name], args: ['-e', PART, name, join(folder, 'stopped'), mood] });

const stopped = async () => (await readFile(join(folder, 'stopped'), 'utf8')).trim().split('\n');

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const pidOf = (name: string) => processes.find(name)?.pid ?? 0;

describe('Processes', () => {
  it('stops what was started first after all others', async () => {
    await Promise.all([start('cloud'), start('audience'), start('dispatch')]);

    await processes.stop();

    expect((await stopped()).at(-1)).toBe('cloud');
    expect((await stopped()).sort()).toEqual(['audience', 'cloud', 'dispatch']);
    expect(await processes.ended).toBeUndefined();
  });

  it('stops all others when one ends by itself, and says which', async () => {
    await Promise.all([start('cloud'), start('audience')]);
    const cloud = pidOf('cloud');

    process.kill(pidOf('audience'), 'SIGKILL');

    expect(await processes.ended).toBe('audience ended by itself (SIGKILL).');
    expect(isAlive(cloud)).toBe(false);
  });

  it('lets the others live when one is killed on purpose, and can start it again', async () => {
    await Promise.all([start('cloud'), start('audience')]);
    const [cloud, audience] = [pidOf('cloud'), pidOf('audience')];

    await processes.killOne('audience', 'SIGKILL');
    await start('audience');

    expect([isAlive(cloud), isAlive(audience), isAlive(pidOf('audience'))]).toEqual([true, false, true]);
  });

  it('refuses a start that fails, with everything stopped and the last words shown', async () => {
    await start('cloud');

    await expect(start('audience', 'broken')).rejects.toThrow('audience ended by itself (exit status 1).');
    expect(processes.find('cloud')).toBeUndefined();
    expect(lines.join('\n')).toContain('no such file');
  });

  it('kills what does not stop when it is asked to', async () => {
    await start('audience', 'stubborn');
    const pid = pidOf('audience');

    await processes.stop();

    expect(await stopped()).toEqual(['audience']);
    expect(isAlive(pid)).toBe(false);
  });
});
