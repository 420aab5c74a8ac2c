import { AwaitResumeV1, AwaitWindowV1, causedBy, ReleaseWaveV1, RequestSnapshotV1 } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';
import type { RequestRunStep } from '../application/request-run-step.ts';
import type { WaitingStep } from '../application/run-ports.ts';

const Request = z.discriminatedUnion('type', [RequestSnapshotV1, ReleaseWaveV1, AwaitResumeV1, AwaitWindowV1]);

const stepOf = (request: z.infer<typeof Request>): WaitingStep => {
  switch (request.type) {
    case 'request_snapshot.v1':
      return { step: 'snapshot' };
    case 'release_wave.v1':
      return { step: 'wave', wave: request.data.wave };
    case 'await_resume.v1':
      return { step: 'resume' };
    case 'await_window.v1':
      return { step: 'window' };
  }
};

/** A state of the run waits → its token is kept and its question is asked. */
export const onRunRequest = (requestRunStep: RequestRunStep, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Request,
      handle: async (request) => {
        const { runId, taskToken: token } = request.data;
        const outcome = await requestRunStep({ runId, step: stepOf(request), token }, causedBy(request));
        if (outcome.ok) return;
        throw new PermanentError({
          code: outcome.problem.kind,
          message: `${request.type} cannot be asked: ${outcome.problem.kind}`,
          details: { runId },
        });
      },
    },
    edge,
  );
