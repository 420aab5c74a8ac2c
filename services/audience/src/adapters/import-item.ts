import * as z from 'zod/mini';

import type { Import } from '../domain/import.ts';

const count = z.int();
const Reading = z.object({
  tally: z.object({ rows: count, accepted: count, duplicates: count, rejected: count }),
  chunks: count,
  notes: z.array(z.string()),
  rejectedRows: z.optional(z.string()),
});
const code = z.enum([
  'file_empty',
  'file_too_large',
  'workbook_encrypted',
  'workbook_old',
  'workbook_unreadable',
  'workbook_expected',
  'text_unreadable',
  'reading_failed',
  'rows_missing',
  'address_column_missing',
]);
const Progress = z.discriminatedUnion('status', [
  z.object({ status: z.literal('awaiting_upload') }),
  z.object({ status: z.literal('parsing'), attempt: z.string(), readers: z.optional(count) }),
  z.object({ status: z.enum(['writing', 'finished']), attempt: z.string(), reading: Reading }),
  z.object({ status: z.literal('failed'), attempt: z.string(), problem: z.object({ code, message: z.string() }) }),
]);
const ImportItem = z.object({
  importId: z.string(),
  listId: z.string(),
  fileName: z.string(),
  columns: z.object({
    address: z.optional(z.string()),
    fields: z.optional(z.record(z.string(), z.nullable(z.string()))),
  }),
  requestedAt: z.string(),
  correlationId: z.string(),
  replays: count,
  progress: Progress,
  revision: count,
});

/** Reads an import as it lies in the table. */
export const toImport = (item: unknown): Import => {
  const { progress, ...request } = z.parse(ImportItem, item);
  if (!('reading' in progress)) return { ...request, progress };
  const { reading } = progress;
  return { ...request, progress: { ...progress, reading: { ...reading, rejectedRows: reading.rejectedRows } } };
};
