import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { EditForm } from '../../application/forms/forms.ts';
import { formNotFound } from '../problems.ts';
import { etagOf, revisionSeen, stale } from '../revisions.ts';
import { draftRefused, FormBody, FormPath, toDraft } from './form-body.ts';
import { formView } from './form-view.ts';

/** PUT /api/audience/forms/{formId}: the whole form, with the ETag of what was read in If-Match. */
export const editForm = (edit: EditForm, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: FormPath,
      body: FormBody,
      handle: async ({ path: { formId }, body, headers }) => {
        const seen = revisionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const outcome = await edit(formId, toDraft(body), seen.revision);
        if (outcome.ok) return { status: 200, headers: etagOf(outcome.value), body: formView(outcome.value) };
        const refusal = outcome.problem;
        if (refusal.kind === 'form_not_found') return formNotFound();
        return refusal.kind === 'form_changed' ? stale() : draftRefused(refusal);
      },
    },
    edge,
  );
