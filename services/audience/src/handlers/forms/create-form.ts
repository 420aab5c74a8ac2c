import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { CreateForm } from '../../application/forms/forms.ts';
import { etagOf } from '../revisions.ts';
import { draftRefused, FormBody, toDraft } from './form-body.ts';
import { formView } from './form-view.ts';

/** POST /api/audience/forms */
export const createForm = (create: CreateForm, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: FormBody,
      handle: async ({ body }) => {
        const outcome = await create(toDraft(body));
        if (!outcome.ok) return draftRefused(outcome.problem);
        return { status: 201, headers: etagOf(outcome.value), body: formView(outcome.value) };
      },
    },
    edge,
  );
