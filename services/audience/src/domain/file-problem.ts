/** Why nothing of a file can be imported. */
export type FileProblem =
  | { readonly kind: 'file_empty' }
  | { readonly kind: 'file_too_large'; readonly most: string }
  | { readonly kind: 'files_too_large'; readonly most: string }
  | { readonly kind: 'sheet_missing'; readonly wanted: readonly string[]; readonly found: readonly string[] }
  | { readonly kind: 'workbook_encrypted' }
  | { readonly kind: 'workbook_old' }
  | { readonly kind: 'workbook_binary' }
  | { readonly kind: 'workbook_open_document' }
  | { readonly kind: 'workbook_too_large' }
  | { readonly kind: 'workbook_unreadable' }
  | { readonly kind: 'workbook_expected' }
  | { readonly kind: 'text_unreadable'; readonly because: string }
  | { readonly kind: 'reading_failed' }
  | { readonly kind: 'rows_missing' }
  | { readonly kind: 'rows_too_many'; readonly most: number }
  | { readonly kind: 'address_column_missing'; readonly wanted?: string; readonly headers: readonly string[] };

/** A failed import as people are told of it. */
export interface ImportProblem {
  readonly code: FileProblem['kind'];
  /** A sentence a marketer understands, with what to do. */
  readonly message: string;
  /** Which of several files it is about. */
  readonly file?: string | undefined;
}

/** Tells the person who uploaded the file what is wrong with it and what to do; the file is named where there are several. */
export const explain = (problem: FileProblem, file?: string): ImportProblem => {
  const code = problem.kind;
  const message = messageOf(problem);
  return file === undefined ? { code, message } : { code, message: `"${file}": ${message}`, file };
};

/** Sentences in which something stands that only the file tells. */
export const FILE_SENTENCES = {
  file_too_large:
    'The file is too large: at most {most}. Split it into several files and import them into the same list.',
  files_too_large:
    'The files together are too large: at most {most}. Spread them over several imports into the same list.',
  sheet_missing: 'There is no sheet named {wanted}. The sheets found are: {found}.',
  text_unreadable:
    'The file cannot be read as a list: {because} Save it as Excel Workbook (.xlsx) and upload that file.',
  rows_too_many:
    'There are more than {most} rows. Split them up and import one part after the other into the same list.',
  address_column_missing: '{missing} The first row should hold the headers. {found}',
  no_address_column: 'No column holds e-mail addresses: none has a header like "email" or "이메일".',
  column_not_there: 'No column has the header "{wanted}".',
  no_headers: 'The first row of this file has no headers; insert a row with them.',
  headers: 'The headers found are: {found}.',
} as const;

const filled = (sentence: keyof typeof FILE_SENTENCES, values: Readonly<Record<string, string>> = {}): string =>
  FILE_SENTENCES[sentence].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

// oxlint-disable-next-line complexity -- one flat table
const messageOf = (problem: FileProblem): string => {
  switch (problem.kind) {
    case 'file_too_large':
    case 'files_too_large':
      return filled(problem.kind, { most: problem.most });
    case 'sheet_missing':
      return filled(problem.kind, { wanted: named(problem.wanted, ' or '), found: named(problem.found, ', ') });
    case 'text_unreadable':
      return filled(problem.kind, { because: problem.because });
    case 'rows_too_many':
      return filled(problem.kind, { most: problem.most.toLocaleString('en') });
    case 'address_column_missing':
      return filled(problem.kind, { missing: missingColumn(problem.wanted), found: found(problem.headers) });
    case 'file_empty':
    case 'reading_failed':
    case 'rows_missing':
    case 'workbook_binary':
    case 'workbook_encrypted':
    case 'workbook_expected':
    case 'workbook_old':
    case 'workbook_open_document':
    case 'workbook_too_large':
    case 'workbook_unreadable':
      return sentences[problem.kind];
  }
};

const sentences = {
  file_empty:
    'The file is empty (0 bytes). Open it to see whether it holds your contacts, save it again and upload it again.',
  workbook_encrypted:
    'The workbook is protected by a password, so it cannot be read. In Excel choose File > Info > Protect Workbook, remove the password, save, and upload it again.',
  workbook_old:
    'This is a workbook in the format of Excel 97-2003 (.xls). In Excel choose File > Save As > Excel Workbook (.xlsx) and upload that file.',
  workbook_binary:
    'This is a binary workbook (.xlsb). In Excel choose File > Save As > Excel Workbook (.xlsx) and upload that file.',
  workbook_open_document:
    'This is an OpenDocument spreadsheet (.ods). In LibreOffice choose File > Save As > Excel 2007-365 (.xlsx) and upload that file.',
  workbook_too_large:
    'The workbook unpacks to more than a list of contacts can be. Copy the columns with your contacts into a new workbook, or split it into several files, and upload those.',
  workbook_unreadable:
    'The workbook is damaged or is not an Excel workbook. Open it in Excel, save it as Excel Workbook (.xlsx) and upload that file.',
  workbook_expected:
    'The file is named like an Excel workbook but is not one. Open it in Excel and save it as Excel Workbook (.xlsx), or give it the ending .csv if it is a text file.',
  reading_failed:
    'The file could not be read: whatever read it stopped, several times over. Copy the rows with your contacts into a new workbook, or split the file into several, and upload those. If it is a small file, ask whoever runs Bulkhead.',
  rows_missing:
    'The file has no rows below the row of headers. Check that you saved the right sheet and upload it again.',
} as const;

const NAMED = 20;
const named = (names: readonly string[], between: string): string =>
  names
    .slice(0, NAMED)
    .map((name) => `"${name}"`)
    .join(between);

const missingColumn = (wanted: string | undefined): string =>
  wanted === undefined ? filled('no_address_column') : filled('column_not_there', { wanted });

/** Headers only: where the file has none, what stands in its first row may be people's data. */
const found = (headers: readonly string[]): string => {
  const plain = headers.filter((header) => header !== '' && !header.includes('@')).map((header) => header.slice(0, 40));
  return plain.length === 0 || plain.length < headers.filter(Boolean).length
    ? filled('no_headers')
    : filled('headers', { found: plain.slice(0, 12).join(', ') });
};
