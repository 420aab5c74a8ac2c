import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { UpdateTemplate } from '../application/templates.ts';
import { notFound } from './answers.ts';
import { answerTo } from './problems.ts';
import { say } from './sentences.ts';
import { LARGEST_TEMPLATE_BODY, TemplateBody, TemplatePath, toTemplateDraft } from './shapes.ts';
import { etagOf, unlessOvertaken, versionMissing, versionSeen } from './versions.ts';
import { templateView } from './views.ts';

/** PUT /api/campaigns/templates/{templateId} */
export const updateTemplate = (update: UpdateTemplate, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: TemplatePath,
      body: TemplateBody,
      maxBodyBytes: LARGEST_TEMPLATE_BODY,
      handle: ({ path: { templateId }, body, headers }) =>
        unlessOvertaken(async () => {
          const seen = versionSeen(headers);
          if ('answer' in seen) return seen.answer;
          if (seen.version === undefined) return versionMissing();

          const outcome = await update(toTemplateDraft(body), { templateId, version: seen.version });
          if (outcome.ok) return { status: 200, headers: etagOf(outcome.value), body: templateView(outcome.value) };
          return outcome.problem.kind === 'template_not_found'
            ? notFound(say('template_not_found'))
            : answerTo(outcome.problem);
        }),
    },
    edge,
  );
