import { type HttpAnswer, type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Forms } from '../../application/forms/ports.ts';
import type { SubmitForm } from '../../application/forms/submit-form.ts';
import { languageOf } from '../public-page.ts';
import { allowing, isFromElsewhere } from './cors.ts';
import { FormPath } from './form-body.ts';
import { isJson, readSent } from './read-sent.ts';
import { type Before, sourceOf } from './source-of.ts';
import { noForm, received, refused } from './submission-answers.ts';

interface Takers {
  readonly forms: Pick<Forms, 'find'>;
  readonly submit: SubmitForm;
  readonly before: Before;
}

const LARGEST_FORM_BYTES = 16_384;

/**
 * POST /api/audience/forms/{formId}/submissions: a form on somebody's website, sent by a script or by a browser without any.
 * The answer is the same whether the address is known or not.
 */
export const submitForm = ({ forms, submit, before }: Takers, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: FormPath,
      maxBodyBytes: LARGEST_FORM_BYTES,
      handle: async ({ path: { formId }, headers, rawBody, peer, correlationId, requestId }) => {
        const contentType = headers['content-type'];
        const wantsJson = isJson(contentType) || (headers['accept'] ?? '').includes('application/json');
        const form = await forms.find(formId);
        if (form === undefined) return noForm(languageOf(headers['accept-language']), wantsJson);

        const answer = async (): Promise<HttpAnswer> => {
          if (isFromElsewhere(form, headers)) return refused({ kind: 'origin_refused' }, form.language, wantsJson);
          const sent = await readSent(rawBody, contentType);
          if (sent === undefined) return refused({ kind: 'malformed' }, form.language, wantsJson);
          const source = sourceOf({ peer, headers }, before);
          const outcome = await submit({ form, ...sent, source }, { correlationId, causationId: requestId });
          return outcome.ok ? received(form, wantsJson) : refused(outcome.problem, form.language, wantsJson);
        };
        const answered = await answer();
        return { ...answered, headers: { ...answered.headers, ...allowing(form, headers) } };
      },
    },
    edge,
  );
