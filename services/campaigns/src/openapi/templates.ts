import type { Operation } from '@bulkhead/openapi';

import { PreviewTemplateBody } from '../handlers/preview-template-shapes.ts';
import { PageQuery, TemplateBody, TemplatePath } from '../handlers/shapes.ts';
import { TemplateTestBody } from '../handlers/template-test-shapes.ts';
import { Template, TemplatePage, TemplatePreview, TestNamed } from './answers.ts';

const unusable = [
  'subject_has_line_break',
  'subject_has_control_character',
  'content_too_large',
  'field_name_unusable',
  'too_many_fields',
  'liquid_invalid',
  'media_missing',
  'media_not_shown',
  'too_many_files',
  'message_too_large',
];
const unshowable = [
  'subject_has_line_break',
  'subject_has_control_character',
  'content_too_large',
  'field_name_unusable',
  'too_many_fields',
  'liquid_invalid',
  'not_renderable',
];
const notFound = ['template_not_found'];

export const templateOperations: readonly Operation[] = [
  {
    operationId: 'createTemplate',
    route: 'POST /api/campaigns/templates',
    role: 'author',
    summary: 'Keeps what an author wrote, if it can be read as Liquid.',
    body: TemplateBody,
    answers: { 201: { schema: Template, etag: true } },
    problems: { 422: unusable },
  },
  {
    operationId: 'listTemplates',
    route: 'GET /api/campaigns/templates',
    role: 'viewer',
    summary: 'Lists templates without their content, the newest first.',
    query: PageQuery,
    answers: { 200: { schema: TemplatePage } },
  },
  {
    operationId: 'getTemplate',
    route: 'GET /api/campaigns/templates/{templateId}',
    role: 'viewer',
    summary: 'Shows a template with its content.',
    path: TemplatePath,
    answers: { 200: { schema: Template, etag: true } },
    problems: { 404: notFound },
  },
  {
    operationId: 'updateTemplate',
    route: 'PUT /api/campaigns/templates/{templateId}',
    role: 'author',
    summary: 'Changes a template. Runs under way keep what they froze.',
    path: TemplatePath,
    body: TemplateBody,
    ifMatch: 'required',
    answers: { 200: { schema: Template, etag: true } },
    problems: { 404: notFound, 422: unusable },
  },
  {
    operationId: 'deleteTemplate',
    route: 'DELETE /api/campaigns/templates/{templateId}',
    role: 'author',
    summary: 'Deletes a template. Runs under way keep what they froze.',
    path: TemplatePath,
    ifMatch: 'optional',
    answers: { 204: {} },
    problems: { 404: notFound },
  },
  {
    operationId: 'previewTemplate',
    route: 'POST /api/campaigns/templates/preview',
    role: 'viewer',
    summary: 'Shows the mail that content makes for a contact with these merge fields, before anybody saves it.',
    body: PreviewTemplateBody,
    answers: { 200: { schema: TemplatePreview } },
    problems: { 422: unshowable },
  },
  {
    operationId: 'sendTemplateTest',
    route: 'POST /api/campaigns/templates/{templateId}/test-sends',
    role: 'author',
    summary: 'Sends a template to up to ten addresses, for a look at it, before any campaign uses it.',
    path: TemplatePath,
    body: TemplateTestBody,
    answers: { 202: { schema: TestNamed, description: 'The mails will be sent.' } },
    problems: {
      404: notFound,
      422: [
        'sender_unclear',
        'sender_not_found',
        'sender_name_unusable',
        'sender_name_deceptive',
        'address_unusable',
        'recipient_unusable',
        'media_missing',
        'media_not_shown',
        'too_many_files',
        'message_too_large',
        'media_not_uploaded',
        'media_differs',
      ],
    },
  },
];
