import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lab, startLab, type Thrown, until } from './lab.ts';

interface Seen {
  readonly whoAtImport: string;
  readonly who: string;
  readonly onlyA?: string;
  readonly functionName: string;
  readonly home?: string;
  readonly calls: number;
}

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ WHO: 'the shell' });
});

afterAll(() => lab.close());

const nameOf = ({ trace }: Thrown) => trace[0]?.split(':')[0];

describe('a handler on a host', () => {
  it('sees its own environment and nothing of the shell or of other functions, also after an await', async () => {
    const [a, b] = await Promise.all([lab.call<Seen>('envA', { ms: 50 }), lab.call<Seen>('envB', { ms: 50 })]);

    expect(a).toEqual({ whoAtImport: 'a', who: 'a', onlyA: '1', functionName: 'lab-local-envA', calls: 1 });
    expect(b).toEqual({ whoAtImport: 'b', who: 'b', functionName: 'lab-local-envB', calls: 1 });
  });

  it('gets physical names, ARNs and addresses in place of intrinsics', async () => {
    const seen = await lab.call('addresses');

    expect(seen).toMatchObject({
      QUEUE_URL: 'http://127.0.0.1:4501/000000000000/bulkhead-local-lab-letters',
      QUEUE_ARN: 'arn:aws:sqs:eu-west-1:000000000000:bulkhead-local-lab-letters',
      MACHINE_ARN: 'arn:aws:states:eu-west-1:000000000000:stateMachine:bulkhead-local-lab-run',
      API: `${lab.cloud.url}/api/lab`,
      ENDPOINT: lab.cloud.url,
      TABLE_ARN: 'arn:aws:dynamodb:eu-west-1:000000000000:table/bulkhead-local-lab',
    });
  });

  it('keeps its module from call to call, and gets a thread of its own for calls at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => lab.call<Seen>('onLetter', { ms: 50 })));
    const later = await lab.call<Seen>('onLetter');

    expect(answers.map(({ calls }) => calls)).toEqual([1, 1, 1]);
    expect(later.calls).toBe(2);
  });

  it('throws an error that keeps its name, and a stack in terms of the source', async () => {
    const thrown = await lab.call<Thrown>('throws');

    expect(thrown.errorMessage).toBe('the lab is closed');
    expect(nameOf(thrown)).toBe('RetryableError');
    expect(thrown.trace[1]).toMatch(/at refuse .*src\/throws\.ts:7:/);
  });

  it('may throw an error that cannot be sent between threads', async () => {
    const thrown = await lab.call<Thrown>('badError');

    expect(thrown.errorMessage).toBe('with a function');
  });

  it('may answer what cannot be sent between threads: it is written as JSON', async () => {
    expect(await lab.call('unclonable')).toEqual({ kept: 1 });
  });
});

describe('a handler that runs too long', () => {
  it('is ended at its deadline, and does nothing any more', async () => {
    const file = join(lab.folder, 'marks.txt');
    const marks = async () => (await readFile(file, 'utf8')).trim().split('\n');

    const thrown = await lab.call<Thrown>('slow', { file, marks: 1_000_000 });
    const left = await marks();
    const next = await lab.call<{ readonly instance: string }>('slow', { file, marks: 5 });

    expect(nameOf(thrown)).toBe('Sandbox.Timedout');
    expect(new Set(left).has(next.instance)).toBe(false);
    expect(await marks()).toEqual([...left, ...Array.from({ length: 5 }, () => next.instance)]);
  });

  it('is ended out of a loop that never waits', async () => {
    const thrown = await lab.call<Thrown>('spin');
    const next = await lab.call('spin', { stop: true });

    expect(thrown.errorMessage).toBe('Task timed out after 1.00 seconds');
    expect(next).toEqual({ calls: 1 });
  });

  it('is told how much time is left, and never more than there is', async () => {
    const file = join(lab.folder, 'time.txt');

    const { remainingMs } = await lab.call<{ readonly remainingMs: number }>('slow', { file, marks: 2 });

    expect(remainingMs).toBeGreaterThan(0);
    expect(remainingMs).toBeLessThan(1_000);
  });
});

describe('a handler that brings down its runtime', () => {
  it.each([
    ['exit', 'ends the process', 'the runtime exited: exit status 3'],
    ['uncaught', 'throws outside the call', 'the runtime exited: Error: late boom'],
    ['unhandled', 'leaves a rejection to nobody', 'the runtime exited: Error: nobody awaits'],
    ['initThrows', 'cannot be loaded', 'the runtime exited: Error: init failed'],
    ['oom', 'fills its memory', expect.stringContaining('reaching memory limit')],
  ])('fails its call and no other when %s %s', async (functionKey, _, message) => {
    const [thrown, bystander] = await Promise.all([lab.call<Thrown>(functionKey), lab.call<Seen>('envB', { ms: 300 })]);
    const again = await lab.call<Thrown>(functionKey);

    expect(thrown).toMatchObject({ errorMessage: message });
    expect(nameOf(thrown)).toBe('Runtime.ExitError');
    expect(again.errorMessage).toEqual(thrown.errorMessage);
    expect(bystander.who).toBe('b');
  });

  it('is replaced by a fresh one for the next call', async () => {
    await lab.call('exit');

    expect(await lab.call('exit', { stay: true })).toEqual({ calls: 1 });
    expect(await lab.call('exit', { stay: true })).toEqual({ calls: 2 });
  });

  it('has answered already when it throws afterwards', async () => {
    expect(await lab.call('lateThrow')).toEqual({ calls: 1 });
  });
});

describe('the host', () => {
  it('has lived through all of this', () => {
    expect(lab.isAlive()).toBe(true);
  });
});

describe('the terminal', () => {
  it('says in one line which function failed and why, and the log has the stack', async () => {
    await lab.call('throws');

    const said = 'lab/throws failed: RetryableError: the lab is closed\n';
    const terminal = await until(
      async () => lab.terminal(),
      (text) => text.includes(said),
    );
    const log = await until(lab.log, (text) => /RetryableError[^]*src\/throws\.ts:7:/.test(text));

    expect(terminal).not.toContain('RequestId');
    expect(log).toContain('the lab is closed');
  });
});
