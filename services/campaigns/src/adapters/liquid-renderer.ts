import { plainTextOptions } from '@bulkhead/contracts';
import { compile } from 'html-to-text';

import type { LiquidError, LiquidRenderer } from '../application/ports.ts';
import { type Result, succeed } from '../domain/result.ts';
import type { Content } from '../domain/template.ts';
import { attempt, engines, type Part, problemsIn } from './liquid-engines.ts';

type Fields = Readonly<Record<string, string>>;

const asText = compile(plainTextOptions);

/** A merge field may bring a line break into a subject, which is one line. */
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

const rendered = (part: Part, source: string, fields: Fields): Result<string, LiquidError> =>
  attempt(part, () => String(engines[part].parseAndRenderSync(source, { ...fields })));

/** Makes one recipient's mail, as dispatch will. */
export class LiquidjsRenderer implements LiquidRenderer {
  render(content: Content, fields: Fields): Required<Content> | { readonly errors: readonly LiquidError[] } {
    const subject = rendered('subject', content.subject, fields);
    const html = rendered('html', content.html, fields);
    const text = content.text === undefined ? asTextOf(html) : rendered('text', content.text, fields);
    if (!subject.ok || !html.ok || !text.ok) return { errors: problemsIn([subject, html, text]) };
    return { subject: subject.value.replaceAll(LINE_BREAKS, ' '), html: html.value, text: text.value };
  }
}

/** What is wrong with the HTML is said once, as the HTML's. */
const asTextOf = (html: Result<string, LiquidError>): Result<string, LiquidError> =>
  succeed(html.ok ? asText(html.value) : '');
