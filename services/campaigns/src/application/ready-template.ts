import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Template } from '../domain/template.ts';
import { chooseFiles, type FilesProblem } from './choose-files.ts';
import type { MediaShelf, Templates } from './content-ports.ts';

export type ReadyProblem = FilesProblem | { readonly kind: 'template_not_found' };

/** A template that can be sent as far as anybody can tell: it is there, and so are its files, and they fit in. */
export const readyTemplate = async (
  { templates, media }: { readonly templates: Pick<Templates, 'find'>; readonly media: Pick<MediaShelf, 'find'> },
  templateId: string,
): Promise<Result<Template, ReadyProblem>> => {
  const template = await templates.find(templateId);
  if (template === undefined) return refuse({ kind: 'template_not_found' });
  const files = await chooseFiles(media, template);
  return files.ok ? succeed(template) : files;
};
