import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ShowExport, ShownExport } from '../application/export/show-export.ts';
import type { GatheredExport } from '../openapi/contact-answers.ts';
import { exportNotFound } from './problems.ts';
import { ContactExportPath } from './shapes.ts';
import { contactExportView } from './views.ts';

/** GET /api/audience/contacts/{contactId}/exports/{exportId}: what has been gathered, and who has not answered yet. */
export const getContactExport = (show: ShowExport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ContactExportPath,
      handle: async ({ path }) => {
        const shown = await show(path);
        if (shown === undefined) return exportNotFound();
        const disposition = `attachment; filename="${path.exportId}.json"`;
        const body = { exportId: path.exportId, ...exportView(shown) };
        return { status: 200, headers: { 'content-disposition': disposition }, body };
      },
    },
    edge,
  );

const exportView = ({
  at,
  missing,
  ours,
  mailings,
  theirs,
}: ShownExport): Omit<Answer<typeof GatheredExport>, 'exportId'> => ({
  status: missing.length === 0 ? 'complete' : 'gathering',
  requestedAt: at,
  missing,
  data: {
    audience: { ...contactExportView(ours), mailings: mailings.map(({ runId }) => ({ runId })) },
    ...Object.fromEntries(theirs),
  },
});
