import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { PreviewTemplate } from '../application/preview-template.ts';
import { PreviewTemplateBody } from './preview-template-shapes.ts';
import { answerTo } from './problems.ts';
import { LARGEST_TEMPLATE_BODY } from './shapes.ts';

/** POST /api/campaigns/templates/preview */
export const previewTemplate = (preview: PreviewTemplate, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      body: PreviewTemplateBody,
      maxBodyBytes: LARGEST_TEMPLATE_BODY,
      handle: async ({ body: { fields, subject, html, text } }) => {
        const outcome = preview({ subject, html, ...(text !== undefined && { text }) }, fields);
        return outcome.ok ? { status: 200, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
