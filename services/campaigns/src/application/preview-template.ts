import { type Result, refuse, succeed } from '../domain/result.ts';
import {
  type Content,
  type ContentProblem,
  checkContent,
  checkFields,
  type FieldsProblem,
} from '../domain/template.ts';
import type { LiquidChecker, LiquidError, LiquidRenderer } from './content-ports.ts';
import { SAMPLE_UNSUBSCRIBE_URL } from './sample-link.ts';

export type PreviewTemplateProblem =
  | ContentProblem
  | FieldsProblem
  | { readonly kind: 'liquid_invalid' | 'not_renderable'; readonly errors: readonly LiquidError[] };

/** A mail as one contact would get it, and the merge fields that its template uses. */
export type TemplatePreview = Required<Content> & { readonly fields: readonly string[] };

export type PreviewTemplate = (
  content: Content,
  fields: Readonly<Record<string, string>>,
) => Result<TemplatePreview, PreviewTemplateProblem>;

interface Needs {
  readonly checker: LiquidChecker;
  readonly renderer: LiquidRenderer;
}

/** Shows what becomes of content that nobody has saved yet. What could not be saved is refused for the same reasons. */
export const makePreviewTemplate =
  ({ checker, renderer }: Needs): PreviewTemplate =>
  (content, values) => {
    const storable = checkContent(content);
    if (!storable.ok) return storable;
    const checked = checker.check(content);
    if ('errors' in checked) return refuse({ kind: 'liquid_invalid', errors: checked.errors });
    const nameable = checkFields(checked.fields);
    if (!nameable.ok) return nameable;

    const rendered = renderer.render(content, { ...values, unsubscribe_url: SAMPLE_UNSUBSCRIBE_URL });
    return 'errors' in rendered
      ? refuse({ kind: 'not_renderable', errors: rendered.errors })
      : succeed({ ...rendered, fields: checked.fields });
  };
