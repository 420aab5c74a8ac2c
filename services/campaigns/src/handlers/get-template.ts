import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Templates } from '../application/content-ports.ts';
import { notFound } from './answers.ts';
import { say } from './sentences.ts';
import { TemplatePath } from './shapes.ts';
import { etagOf } from './versions.ts';
import { templateView } from './views.ts';

/** GET /api/campaigns/templates/{templateId} */
export const getTemplate = (templates: Pick<Templates, 'find'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: TemplatePath,
      handle: async ({ path: { templateId } }) => {
        const template = await templates.find(templateId);
        if (template) return { status: 200, headers: etagOf(template), body: templateView(template) };
        return notFound(say('template_not_found'));
      },
    },
    edge,
  );
