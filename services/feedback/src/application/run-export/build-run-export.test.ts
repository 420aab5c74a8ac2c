import { InMemoryOutcomes } from '../../../tests/in-memory.ts';
import { InMemoryExportFiles, InMemoryRunExports, snapshotsWith } from '../../../tests/run-exports.ts';
import type { Person } from '../../domain/recipient-lines.ts';
import { makeBuildRunExport } from './build-run-export.ts';
import type { FrozenSnapshots } from './ports.ts';

const at = '2026-11-22T10:00:00.000Z';
const clock = { now: () => new Date(at) };
const request = { runId: 'run_1', exportId: 'exp_1', format: 'ndjson', at } as const;
const person = (name: string): Person => ({ contactId: name, address: `${name}@example.com` });

const setUp = async (snapshots: FrozenSnapshots) => {
  const outcomes = new InMemoryOutcomes();
  const exports = new InMemoryRunExports();
  const files = new InMemoryExportFiles();
  await exports.begin(request);
  const build = makeBuildRunExport({ exports, snapshots, outcomes, files, clock });
  return { build, outcomes, exports, files };
};

const written = (files: InMemoryExportFiles) =>
  (files.files.get('exp_1.ndjson') ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('building the export of a run', () => {
  it('writes everybody of the snapshot in order, with what happened', async () => {
    const chunks = Array.from({ length: 30 }, (_, chunk) => [person(`first${chunk}`), person(`second${chunk}`)]);
    const { build, outcomes, exports, files } = await setUp(snapshotsWith({ run_1: chunks }));
    await outcomes.add({ runId: 'run_1', kind: 'sent', block: 0, positions: [0, 1_001] });
    await outcomes.add({ runId: 'run_1', kind: 'opened', block: 4, positions: [1_000] });
    await outcomes.add({ runId: 'run_2', kind: 'sent', block: 0, positions: [1] });

    await build(request);

    const lines = written(files);
    expect(lines.map(({ contactId }) => contactId)).toEqual(chunks.flat().map(({ contactId }) => contactId));
    expect(lines.filter(({ outcomes: some }) => some.length > 0)).toMatchObject([
      { chunk: 0, offset: 0, contactId: 'first0', outcomes: ['sent'] },
      { chunk: 1, offset: 1, contactId: 'second1', outcomes: ['sent'] },
      { chunk: 29, offset: 0, contactId: 'first29', outcomes: expect.arrayContaining(['opened']) },
    ]);
    expect(await exports.find(request)).toMatchObject({ status: 'ready', recipients: 60, unnamed: 0, asOf: at });
  });

  it('has a line for everybody who cannot be named, and counts them', async () => {
    const snapshots = snapshotsWith({ run_1: [[person('anna'), undefined], undefined] });
    const { build, outcomes, exports, files } = await setUp(snapshots);
    await outcomes.add({ runId: 'run_1', kind: 'sent', block: 0, positions: [1_002] });

    await build(request);

    expect(written(files)).toHaveLength(5);
    expect(written(files)[4]).toEqual({ chunk: 1, offset: 2, outcomes: ['sent'] });
    expect(await exports.find(request)).toMatchObject({ recipients: 5, unnamed: 4 });
  });

  it('says that the snapshot is gone, and writes nothing', async () => {
    const { build, exports, files } = await setUp(snapshotsWith({}));

    await build(request);

    expect(await exports.find(request)).toMatchObject({ status: 'failed', reason: 'snapshot_gone' });
    expect(files.created).toEqual([]);
  });

  it('is done once, however often its message comes', async () => {
    const { build, files } = await setUp(snapshotsWith({ run_1: [[person('anna')]] }));

    await build(request);
    await build(request);

    expect(files.created).toEqual(['exp_1.ndjson']);
  });

  it('is done again from the start if it broke off', async () => {
    const whole = snapshotsWith({ run_1: [[person('anna')], [person('ben')]] });
    let failures = 1;
    const { build, exports, files } = await setUp({
      find: async (runId) => {
        const found = await whole.find(runId);
        const read = async (chunk: number) => {
          if (chunk === 1 && failures-- > 0) throw new Error('S3 is away');
          return found?.read(chunk);
        };
        return found && { ...found, read };
      },
    });

    await expect(build(request)).rejects.toThrow('S3 is away');
    expect(files.files.size).toBe(0);
    await build(request);

    expect(written(files)).toHaveLength(2);
    expect(await exports.find(request)).toMatchObject({ status: 'ready', recipients: 2 });
  });

  it('does nothing for an export that has been forgotten', async () => {
    const { build, files } = await setUp(snapshotsWith({ run_1: [[person('anna')]] }));

    await build({ ...request, exportId: 'exp_2' });

    expect(files.created).toEqual([]);
  });
});
