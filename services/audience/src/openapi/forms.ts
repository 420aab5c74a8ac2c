import type { Operation } from '@bulkhead/openapi';

import { FormBody, FormPath } from '../handlers/forms/form-body.ts';
import { pageQuery } from '../handlers/shapes.ts';
import { Form, FormPage, FormWithHtml, Received } from './form-answers.ts';

const notFound = { 404: ['form_not_found'] };
const refused = { 404: ['list_not_found'], 422: ['form_unusable'] };

export const formOperations: readonly Operation[] = [
  {
    operationId: 'createForm',
    route: 'POST /api/audience/forms',
    role: 'author',
    summary: 'Makes a subscribe form for a website.',
    body: FormBody,
    answers: { 201: { schema: Form, etag: true } },
    problems: refused,
  },
  {
    operationId: 'listForms',
    route: 'GET /api/audience/forms',
    role: 'viewer',
    summary: 'Lists subscribe forms.',
    query: pageQuery,
    answers: { 200: { schema: FormPage } },
  },
  {
    operationId: 'getForm',
    route: 'GET /api/audience/forms/{formId}',
    role: 'viewer',
    summary: 'Shows a subscribe form, with the HTML that a website puts into its page.',
    path: FormPath,
    answers: { 200: { schema: FormWithHtml, etag: true } },
    problems: notFound,
  },
  {
    operationId: 'editForm',
    route: 'PUT /api/audience/forms/{formId}',
    role: 'author',
    summary: 'Changes a subscribe form.',
    path: FormPath,
    body: FormBody,
    ifMatch: 'required',
    answers: { 200: { schema: Form, etag: true } },
    problems: { ...refused, 404: ['form_not_found', 'list_not_found'] },
  },
  {
    operationId: 'deleteForm',
    route: 'DELETE /api/audience/forms/{formId}',
    role: 'author',
    summary: 'Deletes a subscribe form: nothing can be sent through it any more.',
    path: FormPath,
    answers: { 204: {} },
    problems: notFound,
  },
  {
    operationId: 'allowForm',
    route: 'OPTIONS /api/audience/forms/{formId}/submissions',
    role: 'anyone',
    summary: 'Tells a browser whether a script of a website may send the form.',
    path: FormPath,
    answers: { 204: {} },
    problems: { ...notFound, 403: ['origin_refused'] },
  },
  {
    operationId: 'submitForm',
    route: 'POST /api/audience/forms/{formId}/submissions',
    role: 'anyone',
    summary:
      'Takes a form that somebody filled in: as JSON, urlencoded or multipart. The answer is the same for everybody.',
    path: FormPath,
    answers: {
      200: { contentType: 'text/html', description: 'For a browser without scripts.' },
      202: { schema: Received, description: 'For a script.' },
      303: { description: 'To the page that the form names.' },
    },
    problems: {
      400: ['malformed'],
      403: ['origin_refused'],
      404: ['form_not_found', 'list_not_found'],
      413: ['body_too_large'],
      422: ['address_invalid', 'field_invalid'],
      429: ['too_many'],
    },
  },
];
