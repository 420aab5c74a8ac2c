import { lambdaContext, recordingEdge } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { RetryableError } from './errors.ts';
import { taskHandler } from './task-handler.ts';

const Input = z.object({ runId: z.string() });

describe('taskHandler', () => {
  it('answers what its handler answers', async () => {
    const handler = taskHandler({ schema: Input, handle: async ({ runId }) => ({ planned: runId }) }, recordingEdge());

    expect(await handler({ runId: 'run_1', more: true }, lambdaContext)).toEqual({ planned: 'run_1' });
  });

  it('refuses malformed input for good, naming the field', async () => {
    const edge = recordingEdge();
    const handler = taskHandler({ schema: Input, handle: async () => 'never' }, edge);

    await expect(handler({ runId: 7 }, lambdaContext)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'input_malformed',
      message: expect.stringContaining('runId'),
    });
    expect(edge.lines).toMatchObject([{ code: 'invocation_failed', fields: { code: 'input_malformed' } }]);
    expect(edge.meterings.get('InvocationsFailed')).toBe(1);
  });

  it('lets an error through by its name, which is what Retry and Catch match on', async () => {
    const busy = new RetryableError({ code: 'busy', message: 'Busy' });
    const edge = recordingEdge();
    const handler = taskHandler({ schema: Input, handle: () => Promise.reject(busy) }, edge);

    await expect(handler({ runId: 'run_1' }, lambdaContext)).rejects.toBe(busy);
    expect(edge.lines).toMatchObject([{ fields: { error: 'RetryableError', code: 'busy' } }]);
    expect(edge.flushes).toHaveLength(1);
  });
});
