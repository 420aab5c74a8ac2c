import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { id } from '../handlers/shapes.ts';

const count = () => z.int().check(z.nonnegative());
const type = () => z.enum(['text', 'number', 'date', 'boolean']);

/** How the columns of a file are understood. */
export const Columns = z.object({
  /** The header of the column that holds the addresses. */
  address: z.optional(z.string()),
  /** Merge field by header; `null` leaves a column out. */
  fields: z.optional(z.record(z.string(), z.nullable(z.string()))),
  /** What merge fields hold, by their names. */
  types: z.optional(z.record(z.string(), type())),
  decimal: z.optional(z.enum(['.', ','])),
  dates: z.optional(z.enum(['day_first', 'month_first'])),
  isRemembered: z.optional(z.literal(true)),
});

/** Why nothing of a file can be imported. */
export const FILE_PROBLEMS = [
  'file_empty',
  'file_too_large',
  'files_too_large',
  'sheet_missing',
  'workbook_encrypted',
  'workbook_old',
  'workbook_binary',
  'workbook_open_document',
  'workbook_too_large',
  'workbook_unreadable',
  'workbook_expected',
  'text_unreadable',
  'reading_failed',
  'rows_missing',
  'rows_too_many',
  'address_column_missing',
  'upload_missing',
] as const;

const FileProblem = z.object({
  code: z.enum(FILE_PROBLEMS),
  /** A sentence that says what to do. */
  message: z.string(),
  /** Which of several files it is about. */
  file: z.optional(z.string()),
});

const summary = {
  importId: id('imp'),
  listId: id('lst'),
  fileName: z.string(),
  /** Of several files: all of them, and those that have not arrived. */
  files: z.optional(z.array(z.string())),
  missing: z.optional(z.array(z.string())),
  requestedAt: instant(),
  status: z.enum(['awaiting_upload', 'uploaded', 'parsing', 'writing', 'finished', 'failed', 'cancelled', 'expired']),
  /** Rows read so far: the sum of the next three. */
  rows: count(),
  accepted: count(),
  duplicates: count(),
  rejected: count(),
  /** Imported all the same: addresses of roles (info@) and of mailboxes that are thrown away. */
  doubtful: z.optional(z.object({ role: count(), disposable: count() })),
  /** Sentences about what was noticed. */
  notes: z.optional(z.array(z.string())),
  problem: z.optional(FileProblem),
};

export const ImportSummary = z.object(summary);

export const Import = z.object({
  ...summary,
  /** Contacts, each once; those of them who are new on the list, and those who were on it. */
  written: count(),
  added: count(),
  updated: count(),
  /** As long as it reads or writes, once that can be told. */
  rowsPerSecond: z.optional(z.number()),
  remainingSeconds: z.optional(z.number()),
  /** For 15 minutes. */
  rejectedRowsUrl: z.optional(z.url()),
});

const Upload = z.object({ url: z.url(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) });

export const RequestedImport = z.object({
  importId: id('imp'),
  /** Where to put the file, or the first of several. */
  upload: Upload,
  uploads: z.optional(z.array(z.object({ file: z.string(), upload: Upload }))),
});

export const ImportNamed = z.object({ importId: id('imp') });

const PreviewColumn = z.object({
  /** As the spreadsheet program calls it. */
  column: z.string(),
  header: z.string(),
  holds: z.enum(['address', 'field', 'nothing_wanted']),
  field: z.optional(z.string()),
  /** What the field is imported as. */
  type: z.optional(type()),
  /** What the column looks like. */
  guess: z.object({
    type: type(),
    decimal: z.optional(z.enum(['.', ','])),
    dates: z.optional(z.enum(['day_first', 'month_first'])),
    /** How many of the first rows hold something else there: they would be rejected. */
    odd: z.optional(count()),
  }),
});

/** The beginning of a file as it would be imported. */
export const ImportPreview = z.object({
  file: z.int(),
  fileName: z.string(),
  /** Of a workbook. */
  sheets: z.optional(z.array(z.string())),
  sheet: z.string(),
  /** Of a text file. */
  encoding: z.optional(z.string()),
  delimiter: z.optional(z.string()),
  columns: z.array(PreviewColumn),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  /** Why it could not be imported as it is understood now. */
  problem: z.optional(FileProblem),
  /** How the columns of the last file into the list were understood. */
  remembered: z.optional(Columns),
});
