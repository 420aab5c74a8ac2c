import ExcelJS from 'exceljs';

import type { S3Bucket } from '../../../../packages/lambda-kit/src/aws/index.ts';
import { uploadKey } from '../../../../services/audience/src/adapters/s3-uploads.ts';
import type { OpenUpload } from '../../../../services/audience/src/application/import-ports.ts';
import type { Cell, SheetRow } from '../../../../services/audience/src/domain/cell.ts';
import { importWhole } from '../import-whole.ts';
import { answerReading } from '../measured-reading.ts';

const ROWS_AT_ONCE = 500;

/** The same import with exceljs in the place of our reader. */
const openWithExcelJs =
  (bucket: S3Bucket): OpenUpload =>
  async ({ importId, file }, { bytes, etag }) => ({
    isWorkbook: true,
    extent: () => ({ fetched: bytes, toFetch: bytes }),
    sheets: [{ name: 'People', rows: () => rowsIn(bucket, uploadKey(importId, file), { etag, bytes }) }],
  });

async function* rowsIn(
  bucket: S3Bucket,
  key: string,
  { etag, bytes }: { readonly etag: string; readonly bytes: number },
) {
  const body = await bucket.stream(key, { ifMatch: etag, start: 0, end: bytes });
  if (body === undefined) throw new Error('There is no file');
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(body, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let rows: SheetRow[] = [];
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      const cells: (Cell | undefined)[] = [];
      row.eachCell(({ value }, column) => {
        cells[column - 1] = cellOf(value);
      });
      rows.push({ row: row.number, cells });
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  }
  yield rows;
}

const cellOf = (value: ExcelJS.CellValue): Cell | undefined => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  throw new Error('The generated files hold nothing else');
};

answerReading((fileName) => importWhole(fileName, openWithExcelJs));
