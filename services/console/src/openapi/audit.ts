import { instant } from '@bulkhead/contracts';
import type { Operation } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import { AuditQuery } from '../handlers/audit-query.ts';

export const DeedView = z.object({
  at: instant(),
  service: z.string(),
  /** The route. */
  operation: z.string(),
  /** Ids of what it was about, by their names. */
  subject: z.record(z.string(), z.string()),
  /** With the role as it was then; without one for what was done before roles were written down. */
  person: z.object({ sub: z.string(), name: z.optional(z.string()), role: z.optional(z.string()) }),
  status: z.int(),
  requestId: z.string(),
});

export const DeedsPage = z.object({ items: z.array(DeedView), cursor: z.optional(z.string()) });

export const auditOperations: readonly Operation[] = [
  {
    operationId: 'listDeeds',
    route: 'GET /api/console/audit',
    role: 'administrator',
    summary: 'Tells who did what, newest first.',
    query: AuditQuery,
    answers: { 200: { schema: DeedsPage } },
    problems: { 400: ['cursor_unreadable'] },
  },
];
