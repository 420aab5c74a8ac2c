import { type Edge, PermanentError, taskHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FreezeContent, FreezeProblem } from '../application/freeze-content.ts';
import { sentenceAboutFiles } from './about-files.ts';
import { executionInput } from './execution-input.ts';

const sentenceFor = (found: FreezeProblem): string => {
  switch (found.kind) {
    case 'campaign_not_found':
      return 'The campaign does not exist any more.';
    case 'template_not_found':
      return 'The template of the campaign does not exist any more. Nothing was sent.';
    case 'sender_not_found':
      return 'The sender of the campaign does not exist any more. Nothing was sent. Make a new campaign with another sender.';
    case 'subject_too_long':
      return `The subject has more than ${found.most} characters, together with the label of its sender. Nothing was sent. Shorten it in the template, then retry the run.`;
    case 'media_missing':
    case 'media_not_shown':
    case 'too_many_files':
    case 'message_too_large':
    case 'media_not_uploaded':
    case 'media_differs':
      return `The files of the template cannot be sent: ${sentenceAboutFiles(found).detail}. Nothing was sent.`;
    case 'not_startable':
      return `The campaign is ${found.status}: it was changed as its run was about to start. Nothing was sent.`;
    case 'not_due':
      return 'The campaign was moved to a later time as its run was about to start. Nothing was sent.';
    case 'another_attempt':
      return 'The campaign was changed as this attempt at its run was about to start. This attempt sent nothing.';
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
        throw new PermanentError({ code: outcome.problem.kind, message: sentenceFor(outcome.problem) });
      },
    },
    edge,
  );
