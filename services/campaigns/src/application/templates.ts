import { checkFileName, type FileNameProblem } from '../domain/media.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import {
  type Content,
  type ContentProblem,
  checkContent,
  checkFields,
  type FieldsProblem,
  type Source,
  type Template,
} from '../domain/template.ts';
import type { AttachmentChoice } from '../domain/template-files.ts';
import { chooseFiles, type FilesProblem } from './choose-files.ts';
import type { LiquidChecker, LiquidError, MediaShelf, Templates } from './content-ports.ts';

export interface TemplateDraft extends Content {
  readonly name: string;
  readonly source?: Source;
  readonly attachments?: readonly AttachmentChoice[];
}

export type TemplateProblem =
  | ContentProblem
  | FieldsProblem
  | FilesProblem
  | FileNameProblem
  | { readonly kind: 'liquid_invalid'; readonly errors: readonly LiquidError[] }
  | { readonly kind: 'template_not_found' }
  | { readonly kind: 'stale'; readonly version: number };

type Outcome = Result<Template, TemplateProblem>;

interface Needs {
  readonly templates: Templates;
  readonly liquid: LiquidChecker;
  readonly media: Pick<MediaShelf, 'find'>;
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

/** The merge fields of a draft with which everything is right, its files included. */
const checkDraft = async (
  { liquid, media }: Pick<Needs, 'liquid' | 'media'>,
  draft: TemplateDraft,
): Promise<Result<readonly string[], TemplateProblem>> => {
  const fields = fieldsOf(liquid, draft);
  if (!fields.ok) return fields;
  for (const { fileName } of draft.attachments ?? []) {
    const name = fileName === undefined ? succeed(undefined) : checkFileName(fileName);
    if (!name.ok) return name;
  }
  const files = await chooseFiles(media, draft);
  return files.ok ? fields : files;
};

export const makeCreateTemplate =
  ({ newId, ...needs }: Needs & { readonly newId: () => string }): CreateTemplate =>
  async (draft) => {
    const fields = await checkDraft(needs, draft);
    if (!fields.ok) return fields;

    const template: Template = { ...draft, id: newId(), version: 1, fields: fields.value };
    await needs.templates.save(template);
    return succeed(template);
  };

export const makeUpdateTemplate =
  (needs: Needs): UpdateTemplate =>
  async (draft, { templateId, version }) => {
    const present = await needs.templates.find(templateId);
    if (present === undefined) return refuse({ kind: 'template_not_found' });
    if (present.version !== version) return refuse({ kind: 'stale', version: present.version });

    const fields = await checkDraft(needs, draft);
    if (!fields.ok) return fields;

    const template: Template = { ...draft, id: templateId, version: version + 1, fields: fields.value };
    await needs.templates.save(template);
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
