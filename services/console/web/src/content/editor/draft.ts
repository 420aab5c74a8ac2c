import * as z from 'zod/mini';

import type { components } from '../../api/campaigns.d.ts';
import type { Language } from '../../common/language/languages.ts';
import { isStarter, starterIn } from '../starters/starters.ts';
import { emptyHtml, emptyMjml } from './empty-pages.ts';

type Template = components['schemas']['Template'];
type TemplateBody = components['schemas']['CreateTemplateBody'];

const Draft = z.object({
  /** The version that this is a change of; empty for a template that is not saved yet. */
  version: z.string(),
  name: z.string(),
  subject: z.string(),
  format: z.enum(['mjml', 'html']),
  /** What the author writes: MJML or HTML, with Liquid in it. */
  code: z.string(),
  /** The text part in the author's own words; made from the HTML where it is empty. */
  text: z.string(),
  attachments: z.array(z.object({ mediaId: z.string(), fileName: z.string() })),
});
export type Draft = z.infer<typeof Draft>;

/** What is stored in this tab, if it is a draft as this version of the app writes them. */
export const readDraft = (stored: unknown): Draft | undefined => {
  const read = z.safeParse(Draft, stored);
  return read.success ? read.data : undefined;
};

export const draftOf = (template: Template, version: string): Draft => ({
  version,
  name: template.name,
  subject: template.subject,
  format: template.source?.format ?? 'html',
  code: template.source?.text ?? template.html,
  text: template.text ?? '',
  attachments: (template.attachments ?? []).map(({ mediaId, fileName = '' }) => ({ mediaId, fileName })),
});

/** A template that does not exist yet: one of the starters, or empty. */
export const draftOfStart = (start: string, language: Language, origin: string): Draft => {
  const empty = { version: '', name: '', subject: '', text: '', attachments: [] };
  if (isStarter(start)) {
    const { subject, mjml } = starterIn(start, language, origin);
    return { ...empty, subject, format: 'mjml', code: mjml };
  }
  return start === 'html'
    ? { ...empty, format: 'html', code: emptyHtml(language) }
    : { ...empty, format: 'mjml', code: emptyMjml(language) };
};

/** What is saved, once the HTML is there. */
export const bodyOf = ({ name, subject, format, code, text, attachments }: Draft, html: string): TemplateBody => ({
  name,
  subject,
  html,
  ...(text.trim() !== '' && { text }),
  ...(format === 'mjml' && { source: { format, text: code } }),
  ...(attachments.length > 0 && {
    attachments: attachments.map(({ mediaId, fileName }) => ({ mediaId, ...(fileName !== '' && { fileName }) })),
  }),
});

export const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is still to be saved once `sent` is: whatever was written meanwhile, as a change of what is saved now. */
export const leftAfter = (sent: Draft, now: Draft, version: string): Draft | undefined =>
  isSame(sent, now) ? undefined : { ...now, version };
