import * as z from 'zod/mini';

import { ATTRIBUTE_TYPES } from '../domain/attribute.ts';
import type { Import, Progress, Reading } from '../domain/import.ts';
import { DELIMITERS, ENCODINGS } from '../domain/text-format.ts';

const count = z.int();
const Tally = z.object({ rows: count, accepted: count, duplicates: count, rejected: count });
const ReadingItem = z.object({
  tally: Tally,
  doubtful: z.optional(z.object({ role: count, disposable: count })),
  chunks: count,
  notes: z.array(z.string()),
  rejectedRows: z.optional(z.string()),
});
const code = z.enum([
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
]);
const SoFar = z.object({ tally: Tally, fetched: count, toFetch: count, since: z.string(), at: z.string() });
const Types = z.record(z.string(), z.enum(ATTRIBUTE_TYPES));
export const ColumnsItem = z.object({
  address: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.nullable(z.string()))),
  types: z.optional(Types),
  decimal: z.optional(z.enum(['.', ','])),
  dates: z.optional(z.enum(['day_first', 'month_first'])),
  isRemembered: z.optional(z.literal(true)),
});
const Problem = z.object({ code, message: z.string(), file: z.optional(z.string()) });
const ProgressItem = z.discriminatedUnion('status', [
  z.object({ status: z.literal('awaiting_upload'), arrived: z.optional(z.array(count)) }),
  z.object({ status: z.literal('uploaded'), attempt: z.string() }),
  z.object({
    status: z.literal('parsing'),
    attempt: z.string(),
    readers: z.optional(count),
    cause: z.optional(count),
    types: z.optional(Types),
    soFar: z.optional(SoFar),
  }),
  z.object({
    status: z.enum(['writing', 'finished']),
    attempt: z.string(),
    reading: ReadingItem,
    since: z.optional(z.string()),
  }),
  z.object({ status: z.literal('failed'), attempt: z.string(), problem: Problem }),
  z.object({
    status: z.literal('cancelled'),
    attempt: z.optional(z.string()),
    reading: z.optional(ReadingItem),
  }),
]);
const ImportItem = z.object({
  importId: z.string(),
  listId: z.string(),
  fileName: z.string(),
  otherFiles: z.optional(z.array(z.string())),
  columns: ColumnsItem,
  sheets: z.optional(z.array(z.string())),
  format: z.optional(z.object({ encoding: z.optional(z.enum(ENCODINGS)), delimiter: z.optional(z.enum(DELIMITERS)) })),
  language: z.optional(z.enum(['en', 'ko'])),
  requestedAt: z.string(),
  correlationId: z.string(),
  replays: count,
  start: z.optional(z.literal('when_confirmed')),
  confirmed: z.optional(z.string()),
  content: z.optional(z.object({ etag: z.string(), edition: count })),
  progress: ProgressItem,
  revision: count,
});

/** Reads an import as it lies in the table. */
export const toImport = (item: unknown): Import => {
  const { progress, ...request } = z.parse(ImportItem, item);
  return { ...request, progress: toProgress(progress) };
};

const toProgress = (progress: z.infer<typeof ProgressItem>): Progress => {
  if (progress.status === 'cancelled') return { ...progress, reading: progress.reading && toReading(progress.reading) };
  return 'reading' in progress ? { ...progress, reading: toReading(progress.reading) } : progress;
};

/** What is absent in the table is `undefined` here. */
const toReading = (reading: z.infer<typeof ReadingItem>): Reading => ({
  ...reading,
  rejectedRows: reading.rejectedRows,
});
