import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { id } from '../handlers/shapes.ts';
import { pageOf } from './answers.ts';

const form = {
  formId: id('frm'),
  createdAt: instant(),
  name: z.string(),
  listId: id('lst'),
  origins: z.array(z.string()),
  fields: z.array(z.string()),
  doubleOptIn: z.boolean(),
  language: z.enum(['en', 'ko']),
  sender: z.object({ name: z.optional(z.string()), address: z.string() }),
  texts: z.optional(z.object({ subject: z.optional(z.string()), consent: z.optional(z.string()) })),
  redirectUrl: z.optional(z.string()),
};

export const Form = z.object(form);
export const FormPage = pageOf(Form);

/** With what a website puts into its page. */
export const FormWithHtml = z.object({ ...form, submissionsUrl: z.string(), html: z.string() });

export const Received = z.object({ status: z.literal('received'), message: z.string() });
