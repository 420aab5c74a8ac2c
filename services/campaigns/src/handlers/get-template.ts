import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';

import type { Templates } from '../application/ports.ts';
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
        return problem({ status: 404, code: 'template_not_found', detail: 'There is no such template.' });
      },
    },
    edge,
  );
