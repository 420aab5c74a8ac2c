import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DeleteTemplate } from '../application/templates.ts';
import { notFound } from './answers.ts';
import { answerTo } from './problems.ts';
import { say } from './sentences.ts';
import { TemplatePath } from './shapes.ts';
import { unlessOvertaken, versionSeen } from './versions.ts';

/** DELETE /api/campaigns/templates/{templateId} */
export const deleteTemplate = (remove: DeleteTemplate, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: TemplatePath,
      handle: ({ path: { templateId }, headers }) =>
        unlessOvertaken(async () => {
          const seen = versionSeen(headers);
          if ('answer' in seen) return seen.answer;

          const outcome = await remove({ templateId, version: seen.version });
          if (outcome.ok) return { status: 204 };
          if (outcome.problem.kind !== 'template_not_found') return answerTo(outcome.problem);
          return notFound(say('template_not_found'));
        }),
    },
    edge,
  );
