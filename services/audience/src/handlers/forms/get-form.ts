import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Forms } from '../../application/forms/ports.ts';
import type { Lists } from '../../application/ports.ts';
import { formNotFound } from '../problems.ts';
import { etagOf } from '../revisions.ts';
import { FormPath } from './form-body.ts';
import { formView, htmlOf } from './form-view.ts';

interface Readers {
  readonly forms: Pick<Forms, 'find'>;
  readonly lists: Pick<Lists, 'find'>;
  readonly submissionsUrlOf: (formId: string) => string;
}

/** GET /api/audience/forms/{formId}: with the HTML that a website puts into its page. */
export const getForm = ({ forms, lists, submissionsUrlOf }: Readers, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: FormPath,
      handle: async ({ path: { formId } }) => {
        const form = await forms.find(formId);
        if (form === undefined) return formNotFound();
        const submissionsUrl = submissionsUrlOf(formId);
        const html = htmlOf(form, (await lists.find(form.listId))?.name ?? form.name, submissionsUrl);
        return { status: 200, headers: etagOf(form), body: { ...formView(form), submissionsUrl, html } };
      },
    },
    edge,
  );
