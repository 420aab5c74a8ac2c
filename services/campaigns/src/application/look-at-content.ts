import { MOST_MESSAGE_BYTES, messageBytes } from '../domain/message-size.ts';
import type { Check } from '../domain/preflight/check.ts';
import { checkFields, checkSize, checkUnsubscribe } from '../domain/preflight/content.ts';
import { checkLinks } from '../domain/preflight/links.ts';
import { checkSubject } from '../domain/preflight/subject.ts';
import { fileUnusable, templateFine, tooManyFiles } from '../domain/preflight/template.ts';
import type { Template } from '../domain/template.ts';
import { chooseFiles, type FilesProblem } from './choose-files.ts';
import type { ChosenFile, DeriveText, MediaFiles, MediaShelf, ReadLinks } from './content-ports.ts';

interface Needs {
  readonly media: Pick<MediaShelf, 'find'>;
  readonly files: Pick<MediaFiles, 'isUploaded'>;
  readonly readLinks: ReadLinks;
  readonly deriveText: DeriveText;
  readonly isLocalStage: boolean;
}

const checkOf = (found: Exclude<FilesProblem, { readonly kind: 'message_too_large' }>): Check =>
  found.kind === 'too_many_files' ? tooManyFiles(found.most) : fileUnusable(found.kind, found.mediaId);

/** A file that was announced, and never came, fails a run. */
const checkUploaded = async (
  { files }: Pick<Needs, 'files'>,
  chosen: readonly ChosenFile[],
): Promise<readonly Check[]> => {
  const ids = [...new Set(chosen.map(({ media }) => media.id))];
  const uploaded = await Promise.all(ids.map((mediaId) => files.isUploaded(mediaId)));
  const missing = ids.filter((_, n) => uploaded[n] === false);
  return missing.length === 0 ? [templateFine] : missing.map((mediaId) => fileUnusable('media_not_uploaded', mediaId));
};

/** Looks at what is sent: the template, its files, and how it reads. */
export const lookAtContent = async (needs: Needs, template: Template): Promise<readonly Check[]> => {
  const { readLinks, deriveText, isLocalStage, media } = needs;
  const { subject, html, fields } = template;
  const text = template.text ?? deriveText(html);
  const chosen = await chooseFiles(media, { ...template, text });
  const fileBytes = chosen.ok ? chosen.value.map(({ media: { bytes } }) => bytes) : [];
  const isTooLarge = !chosen.ok && chosen.problem.kind === 'message_too_large';
  const bytes = isTooLarge ? chosen.problem.bytes : messageBytes([html, text], fileBytes);
  const ofFiles = chosen.ok ? await checkUploaded(needs, chosen.value) : filesUnusable(chosen.problem);
  const links = readLinks(html);

  return [
    ...ofFiles,
    checkSubject(subject),
    checkSize(template, { links: links.length, message: { bytes, most: MOST_MESSAGE_BYTES } }),
    checkLinks(links, isLocalStage),
    checkUnsubscribe(template),
    checkFields(fields),
  ];
};

const filesUnusable = (problem: FilesProblem): readonly Check[] =>
  problem.kind === 'message_too_large' ? [templateFine] : [checkOf(problem)];
