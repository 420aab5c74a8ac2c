import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DeleteForm } from '../../application/forms/forms.ts';
import { formNotFound } from '../problems.ts';
import { FormPath } from './form-body.ts';

/** DELETE /api/audience/forms/{formId}: nothing can be sent through it any more. */
export const deleteForm = (remove: DeleteForm, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: FormPath,
      handle: async ({ path: { formId } }) => ((await remove(formId)).ok ? { status: 204 } : formNotFound()),
    },
    edge,
  );
