import { type Edge, PermanentError, type Sentence, taskHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FreezeContent, FreezeProblem } from '../application/freeze-content.ts';
import { sentenceAboutFiles } from './about-files.ts';
import { executionInput } from './execution-input.ts';
import { sayFailure } from './run-failures.ts';

const sentenceFor = (found: FreezeProblem): Sentence => {
  switch (found.kind) {
    case 'campaign_not_found':
      return sayFailure('campaign_gone');
    case 'template_not_found':
      return sayFailure('template_gone');
    case 'sender_not_found':
      return sayFailure('sender_gone');
    case 'subject_too_long':
      return sayFailure(found.kind, { most: found.most });
    case 'media_missing':
    case 'media_not_shown':
    case 'too_many_files':
    case 'message_too_large':
    case 'media_not_uploaded':
    case 'media_differs':
      return sayFailure('files_unusable', { what: sentenceAboutFiles(found).detail });
    case 'not_startable':
      return sayFailure(found.kind, { status: found.status });
    case 'not_due':
    case 'another_attempt':
      return sayFailure(found.kind);
  }
};

/** State FreezeContent: a run begins, and what it sends is fixed. */
export const freezeContent = (freeze: FreezeContent, edge: Edge) =>
  taskHandler(
    {
      schema: z.object({
        ...executionInput,
        reconsider: z.optional(z.array(z.enum(['left', 'refused', 'suppressed']))),
      }),
      handle: async (execution) => {
        const outcome = await freeze(execution);
        if (outcome.ok) return { frozen: true };
        throw new PermanentError({ code: outcome.problem.kind, message: sentenceFor(outcome.problem).detail });
      },
    },
    edge,
  );
