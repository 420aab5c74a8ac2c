import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Forms } from '../../application/forms/ports.ts';
import { pageQuery } from '../shapes.ts';
import { formView } from './form-view.ts';

/** GET /api/audience/forms */
export const listForms = (forms: Pick<Forms, 'page'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: pageQuery,
      handle: async ({ query }) => {
        const { items, cursor } = await forms.page(query);
        return { status: 200, body: { items: items.map(formView), ...(cursor && { cursor }) } };
      },
    },
    edge,
  );
