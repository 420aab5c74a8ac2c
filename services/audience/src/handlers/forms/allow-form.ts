import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';

import type { Forms } from '../../application/forms/ports.ts';
import { formNotFound } from '../problems.ts';
import { say } from '../sentences.ts';
import { allowing, isFromElsewhere } from './cors.ts';
import { FormPath } from './form-body.ts';

/** OPTIONS /api/audience/forms/{formId}/submissions: a browser asks whether a script of a website may send the form. */
export const allowForm = (forms: Pick<Forms, 'find'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: FormPath,
      handle: async ({ path: { formId }, headers }) => {
        const form = await forms.find(formId);
        if (form === undefined) return formNotFound();
        if (isFromElsewhere(form, headers)) {
          return problem({ status: 403, ...say('origin_refused'), headers: { vary: 'origin' } });
        }
        return {
          status: 204,
          headers: {
            ...allowing(form, headers),
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': 'content-type',
            'access-control-max-age': '600',
          },
        };
      },
    },
    edge,
  );
