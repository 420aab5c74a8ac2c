import { message } from '@bulkhead/contracts';
import { httpEvent, lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import { InMemoryOutcomes, runsWith } from '../../tests/in-memory.ts';
import { InMemoryExportFiles, InMemoryRunExports, snapshotsWith } from '../../tests/run-exports.ts';
import { makeBuildRunExport } from '../application/run-export/build-run-export.ts';
import type { RunExportCommands } from '../application/run-export/ports.ts';
import { makeRequestRunExport } from '../application/run-export/request-run-export.ts';
import { makeShowRunExport } from '../application/run-export/show-run-export.ts';
import { getRunExport } from './get-run-export.ts';
import { onRunExportRequested } from './on-run-export-requested.ts';
import { requestRunExport } from './request-run-export.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00.000Z') };
const anna = { contactId: 'c-1', address: 'anna@example.com' };

const setUp = () => {
  const exports = new InMemoryRunExports();
  const files = new InMemoryExportFiles();
  const edge = recordingEdge();
  const sent: object[] = [];
  const commands: RunExportCommands = {
    build: async (data, cause) => {
      const type = 'export_outcomes.v1';
      sent.push(message({ id: data.exportId, type, source: 'feedback', time: clock.now(), cause, data }));
    },
  };
  const request = makeRequestRunExport({
    runs: runsWith({ runId: 'run_1' }, { runId: 'run_old' }),
    exports,
    commands,
    ids: { next: (prefix) => `${prefix}_1` },
    clock,
  });
  const snapshots = snapshotsWith({ run_1: [[anna]] });
  const build = makeBuildRunExport({ exports, snapshots, outcomes: new InMemoryOutcomes(), files, clock });
  const ask = async (runId: string, body: unknown) => {
    const route = 'POST /api/feedback/runs/{runId}/exports';
    return requestRunExport(request, edge)(httpEvent({ route, path: { runId }, body }), lambdaContext);
  };
  const show = async (runId: string, exportId: string) => {
    const route = 'GET /api/feedback/runs/{runId}/exports/{exportId}';
    const handler = getRunExport(makeShowRunExport({ exports, files }), edge);
    return handler(httpEvent({ route, path: { runId, exportId } }), lambdaContext);
  };
  const deliver = (...messages: readonly unknown[]) =>
    onRunExportRequested(build, edge)(sqsEvent(...messages), lambdaContext);
  return { ask, show, deliver, sent, edge };
};

const bodyOf = ({ body = '' }: { readonly body?: string | undefined }) => JSON.parse(body);

describe('an export of a run', () => {
  it('is asked for, built, and fetched by an address', async () => {
    const { ask, show, deliver, sent } = setUp();

    const begun = await ask('run_1', { format: 'csv' });
    const before = bodyOf(await show('run_1', 'exp_1'));
    await deliver(...sent);
    const after = bodyOf(await show('run_1', 'exp_1'));

    expect([begun.statusCode, bodyOf(begun)]).toEqual([202, { runId: 'run_1', exportId: 'exp_1' }]);
    expect(before).toMatchObject({ status: 'building', format: 'csv', requestedAt: '2026-11-22T10:00:00.000Z' });
    expect(after).toMatchObject({ status: 'ready', recipients: 1, url: 'https://bucket.example/exp_1.csv' });
  });

  it('says in words why it cannot be built', async () => {
    const { ask, show, deliver, sent, edge } = setUp();
    await ask('run_old', { format: 'ndjson' });

    await deliver(...sent);

    const { status, reason } = bodyOf(await show('run_old', 'exp_1'));
    expect({ status, code: reason.code }).toEqual({ status: 'failed', code: 'snapshot_gone' });
    expect(reason.detail).toContain('180 days');
    expect(edge.parked).toEqual([]);
  });

  it('needs a run that somebody has heard of', async () => {
    const { ask, sent } = setUp();

    const answer = await ask('run_9', { format: 'csv' });

    expect(bodyOf(answer)).toMatchObject({ status: 404, type: 'urn:bulkhead:problem:run_unknown' });
    expect(sent).toEqual([]);
  });

  it.each([{}, { format: 'xlsx' }])('needs a format that there is, not %j', async (body) => {
    const { ask } = setUp();

    expect(bodyOf(await ask('run_1', body))).toMatchObject({ status: 400, errors: [{ field: 'format' }] });
  });

  it('refuses a word it does not know', async () => {
    const { ask, sent } = setUp();

    const answer = await ask('run_1', { format: 'csv', outcome: 'bounced' });

    expect(bodyOf(answer)).toMatchObject({ status: 400, errors: [{ field: '(root)', code: 'unknown_names' }] });
    expect(sent).toEqual([]);
  });

  it('is found only under its run', async () => {
    const { ask, show } = setUp();
    await ask('run_1', { format: 'csv' });

    const answers = [await show('run_old', 'exp_1'), await show('run_1', 'exp_2')];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  });

  it('is parked if its message is not one', async () => {
    const { deliver, edge } = setUp();
    const cause = { correlationId: 'chain-1' };
    const type = 'export_outcomes.v1';

    const answer = await deliver(
      message({ id: 'x', type, source: 'feedback', time: clock.now(), cause, data: { runId: 'run_1' } }),
    );

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(edge.parked).toEqual(['message_malformed']);
  });
});
