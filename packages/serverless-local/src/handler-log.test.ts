import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHandlerLog } from './handler-log.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handler-log-'));
});

afterEach(() => rm(folder, { recursive: true }));

const open = (isVerbose: boolean) => {
  const told: string[] = [];
  const log = openHandlerLog({ service: 'audience', folder, isVerbose, tell: (line) => told.push(line) });

  return { log, told };
};

describe('openHandlerLog', () => {
  it('tells of warnings, errors and failures, and of nothing else', () => {
    const { log, told } = open(false);

    log.printed('parse', '{"level":"INFO","message":"parsed"}');
    log.printed('parse', '{"_aws":{},"rows":3}');
    log.printed('parse', 'just a line');
    log.printed('parse', '{broken');
    log.printed('parse', '{"level":"WARN","code":"row_rejected","message":"3 rows"}');
    log.failed('parse', { name: 'RetryableError', message: 'throttled', stack: undefined });

    expect(told).toEqual([
      'audience/parse WARN row_rejected 3 rows',
      'audience/parse failed: RetryableError: throttled',
    ]);
  });

  it('tells of everything when it is verbose', () => {
    const { log, told } = open(true);

    log.printed('parse', 'just a line');

    expect(told).toEqual(['audience/parse just a line']);
  });

  it('keeps everything, structured lines as they are', async () => {
    const { log } = open(false);

    log.printed('parse', '{"level":"INFO"}');
    log.printed('parse', 'just a line');
    await log.close();

    expect(await readFile(join(folder, 'audience.log'), 'utf8')).toMatch(
      /^\{"level":"INFO"\}\n\S+ parse just a line\n$/,
    );
  });
});
