import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { CreateTemplate } from '../application/templates.ts';
import { answerTo } from './problems.ts';
import { LARGEST_TEMPLATE_BODY, TemplateBody, toTemplateDraft } from './shapes.ts';
import { etagOf } from './versions.ts';
import { templateView } from './views.ts';

/** POST /api/campaigns/templates */
export const createTemplate = (create: CreateTemplate, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: TemplateBody,
      maxBodyBytes: LARGEST_TEMPLATE_BODY,
      handle: async ({ body }) => {
        const outcome = await create(toTemplateDraft(body));
        if (!outcome.ok) return answerTo(outcome.problem);
        return { status: 201, headers: etagOf(outcome.value), body: templateView(outcome.value) };
      },
    },
    edge,
  );
