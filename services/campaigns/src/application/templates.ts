import { type Result, refuse, succeed } from '../domain/result.ts';
import {
  type Content,
  type ContentProblem,
  checkContent,
  checkFields,
  type FieldsProblem,
  type Template,
} from '../domain/template.ts';
import type { LiquidChecker, LiquidError, Templates } from './ports.ts';

export interface TemplateDraft extends Content {
  readonly name: string;
}

export type TemplateProblem =
  | ContentProblem
  | FieldsProblem
  | { readonly kind: 'liquid_invalid'; readonly errors: readonly LiquidError[] }
  | { readonly kind: 'template_not_found' }
  | { readonly kind: 'stale'; readonly version: number };

type Outcome = Result<Template, TemplateProblem>;

interface Needs {
  readonly templates: Templates;
  readonly liquid: LiquidChecker;
}

export type CreateTemplate = (draft: TemplateDraft) => Promise<Outcome>;
export type UpdateTemplate = (
  draft: TemplateDraft,
  seen: { readonly templateId: string; readonly version: number },
) => Promise<Outcome>;
export type DeleteTemplate = (seen: {
  readonly templateId: string;
  readonly version: number | undefined;
}) => Promise<Result<undefined, TemplateProblem>>;

const fieldsOf = (liquid: LiquidChecker, draft: TemplateDraft): Result<readonly string[], TemplateProblem> => {
  const content = checkContent(draft);
  if (!content.ok) return content;
  const checked = liquid.check(draft);
  if ('errors' in checked) return refuse({ kind: 'liquid_invalid', errors: checked.errors });
  const fields = checkFields(checked.fields);
  return fields.ok ? succeed(checked.fields) : fields;
};

export const makeCreateTemplate =
  ({ templates, liquid, newId }: Needs & { readonly newId: () => string }): CreateTemplate =>
  async (draft) => {
    const fields = fieldsOf(liquid, draft);
    if (!fields.ok) return fields;

    const template: Template = { ...draft, id: newId(), version: 1, fields: fields.value };
    await templates.save(template);
    return succeed(template);
  };

export const makeUpdateTemplate =
  ({ templates, liquid }: Needs): UpdateTemplate =>
  async (draft, { templateId, version }) => {
    const present = await templates.find(templateId);
    if (present === undefined) return refuse({ kind: 'template_not_found' });
    if (present.version !== version) return refuse({ kind: 'stale', version: present.version });

    const fields = fieldsOf(liquid, draft);
    if (!fields.ok) return fields;

    const template: Template = { ...draft, id: templateId, version: version + 1, fields: fields.value };
    await templates.save(template);
    return succeed(template);
  };

export const makeDeleteTemplate =
  ({ templates }: Pick<Needs, 'templates'>): DeleteTemplate =>
  async ({ templateId, version }) => {
    const present = await templates.find(templateId);
    if (present === undefined) return refuse({ kind: 'template_not_found' });
    if (version !== undefined && present.version !== version)
      return refuse({ kind: 'stale', version: present.version });

    await templates.remove(present);
    return succeed(undefined);
  };
