/** As the service has it: what one import may consist of. */
export const MOST = { files: 20, fileBytes: 2 * 1024 ** 3, importBytes: 4 * 1024 ** 3 } as const;

const ENDINGS = ['.xlsx', '.csv', '.tsv', '.txt'] as const;

export interface ChosenFile {
  readonly name: string;
  readonly size: number;
}

/** Why files cannot be imported together. */
export type FilesProblem =
  | { readonly kind: 'old_workbook' | 'not_a_list' | 'empty' | 'too_large'; readonly name: string }
  | { readonly kind: 'too_many' | 'too_large_together' };

const OLD = /\.(?:xls|xlsb|ods|numbers)$/i;

const problemOfFile = ({ name, size }: ChosenFile): FilesProblem | undefined => {
  if (OLD.test(name)) return { kind: 'old_workbook', name };
  if (!ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))) return { kind: 'not_a_list', name };
  if (size === 0) return { kind: 'empty', name };
  return size > MOST.fileBytes ? { kind: 'too_large', name } : undefined;
};

export const problemsOf = (files: readonly ChosenFile[]): readonly FilesProblem[] => [
  ...files.flatMap((file) => problemOfFile(file) ?? []),
  ...(files.length > MOST.files ? [{ kind: 'too_many' } as const] : []),
  ...(sizeOf(files) > MOST.importBytes ? [{ kind: 'too_large_together' } as const] : []),
];

const sizeOf = (files: readonly ChosenFile[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** One file of each name: rows that are rejected are told by it. The later choice wins. */
export const withMore = <File extends ChosenFile>(files: readonly File[], more: readonly File[]): readonly File[] => {
  const newer = new Map(more.map((file) => [file.name, file]));
  return [...files.filter(({ name }) => !newer.has(name)), ...newer.values()];
};
