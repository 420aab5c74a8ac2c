import type { LiquidError, LiquidRenderer } from '../application/content-ports.ts';
import { type Result, succeed } from '../domain/result.ts';
import type { Content } from '../domain/template.ts';
import { deriveText } from './derive-text.ts';
import { attempt, engines, type Part, problemsIn } from './liquid-engines.ts';

type Fields = Readonly<Record<string, string>>;

/** A merge field may bring a line break into a subject, which is one line. */
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

const rendered = (part: Part, source: string, fields: Fields): Result<string, LiquidError> =>
  attempt(part, () => String(engines[part].parseAndRenderSync(source, { ...fields })));

/** Makes one recipient's mail, as dispatch will. */
export class LiquidjsRenderer implements LiquidRenderer {
  render(content: Content, fields: Fields): Required<Content> | { readonly errors: readonly LiquidError[] } {
    const subject = rendered('subject', content.subject, fields);
    const html = rendered('html', content.html, fields);
    const text = html.ok ? rendered('text', content.text ?? deriveText(content.html), fields) : succeed('');
    if (!subject.ok || !html.ok || !text.ok) return { errors: problemsIn([subject, html, text]) };
    return { subject: subject.value.replaceAll(LINE_BREAKS, ' '), html: html.value, text: text.value };
  }
}
