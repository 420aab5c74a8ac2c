import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';

import { bundleModules } from '../dispatch/bundle-modules.ts';
import { Child } from '../dispatch/child.ts';
import { describeMachine, round } from '../dispatch/figures.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

interface Settings {
  readonly rows: number;
}

/** Of a few dozen rows exceljs finds no shared strings. */
const LEAST_ROWS = 1_000;
const MOST_ROWS = 1_048_576;
const READERS = {
  ours: import.meta.resolve('./readers/ours.ts'),
  checked: import.meta.resolve('./readers/checked.ts'),
  exceljs: import.meta.resolve('./readers/exceljs.ts'),
  sheetjs: import.meta.resolve('./readers/sheetjs.ts'),
  'csv-parse': import.meta.resolve('./readers/csv-parse.ts'),
  parser: import.meta.resolve('./readers/parser.ts'),
  'exceljs-parser': import.meta.resolve('./readers/exceljs-parser.ts'),
} as const;
type Reader = keyof typeof READERS;
/** The other readers are run as they are; ours are bundled, as a function is. */
const OURS: readonly Reader[] = ['ours', 'checked', 'parser'];
/** What fetches its file as a function does, and puts what it makes of it. */
const WHOLE: readonly Reader[] = ['parser', 'exceljs-parser'];
/** Room for new objects. Node takes as much as there is, which says nothing of what is needed. */
const SMALL_NURSERY = ['--max-semi-space-size=16'];
/** A whole sheet in memory takes more than Node allows by itself. */
const ROOM = ['--max-old-space-size=8192'];
const CREDENTIALS = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

const Bucket = z.object({ port: z.number() });
const Measured = z.object({
  rows: z.number(),
  wrongCells: z.number(),
  cpuSeconds: z.number(),
  seconds: z.number(),
  peakRssMb: z.number(),
});
type Measured = z.infer<typeof Measured>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const sourceOf = (reader: Reader): string => fileURLToPath(READERS[reader]);
const BUCKET = fileURLToPath(import.meta.resolve('./bucket.ts'));

/** Reads generated files with several readers, one process each, and with the whole of what the parser's function does. */
export const benchImport = async ({ rows }: Settings): Promise<void> => {
  if (!(rows >= LEAST_ROWS && rows <= MOST_ROWS)) {
    throw new Error(`--rows must be ${LEAST_ROWS} to ${MOST_ROWS}, the headers included`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-import-'));
  const bundles = await bundleModules(OURS.map(sourceOf));
  const measure = measuring(
    (reader) => (OURS.includes(reader) ? bundles.pathOf(sourceOf(reader)) : sourceOf(reader)),
    rows,
  );
  try {
    say(describeMachine());
    const xlsx = await benchWorkbooks(folder, rows, measure);
    const csv = await benchCsv(join(folder, 'people.csv'), rows, measure);
    say(JSON.stringify({ xlsx, csv }));
  } finally {
    await bundles.remove();
    await rm(folder, { recursive: true, force: true });
  }
};

type Measure = (reader: Reader, file: string, what: string) => Promise<Measured>;

const benchWorkbooks = async (folder: string, rows: number, measure: Measure) => {
  const whole: Measured[] = [];
  const exceljsWhole: Measured[] = [];
  const reading: Measured[] = [];
  const exceljs: Measured[] = [];
  let wrongCells = 0;
  for (const strings of ['shared', 'inline'] as const) {
    const file = join(folder, `${strings}.xlsx`);
    await writeWorkbook(file, rows - 1, strings);
    say(`\n${strings} strings, ${await megabytes(file)}`);
    reading.push(await measure('ours', file, 'sheet-reader'));
    wrongCells += (await measure('checked', file, 'sheet-reader, every cell compared')).wrongCells;
    exceljs.push(await measure('exceljs', file, 'exceljs, streaming'));
    await measure('sheetjs', file, 'SheetJS, whole file');
    whole.push(await measure('parser', file, 'range reads to chunk objects'));
    exceljsWhole.push(await measure('exceljs-parser', file, 'the same with exceljs'));
  }
  return {
    rowsPerCpuSecond: Math.min(...whole.map(rate)),
    readerRowsPerCpuSecond: Math.min(...reading.map(rate)),
    exceljsRowsPerCpuSecond: Math.max(...exceljs.map(rate)),
    exceljsWholeRowsPerCpuSecond: Math.max(...exceljsWhole.map(rate)),
    peakRssMb: Math.max(...whole.map(({ peakRssMb }) => peakRssMb)),
    wrongCells,
  };
};

const benchCsv = async (file: string, rows: number, measure: Measure) => {
  await writeCsv(file, rows - 1);
  say(`\nCSV, ${await megabytes(file)}`);
  const alone = await measure('csv-parse', file, 'csv-parse alone');
  const whole = await measure('parser', file, 'range reads to chunk objects');
  return { rowsPerCpuSecond: rate(whole), csvParseRowsPerCpuSecond: rate(alone), peakRssMb: whole.peakRssMb };
};

const measuring =
  (pathOf: (reader: Reader) => string, rows: number): Measure =>
  async (reader, file, what) => {
    const bucket = WHOLE.includes(reader) ? await Child.start(BUCKET, { args: [file] }) : undefined;
    const port = bucket === undefined ? 0 : z.parse(Bucket, bucket.firstWord).port;
    const env = { ...CREDENTIALS, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
    const nodeOptions = OURS.includes(reader) ? SMALL_NURSERY : ROOM;
    const { child } = await Child.start(pathOf(reader), { args: [file], env, nodeOptions });
    try {
      const measured = z.parse(Measured, await child.ask([]));
      // The parser counts people, the others the row of headers too.
      const missing = rows - measured.rows - (WHOLE.includes(reader) ? 1 : 0);
      if (missing !== 0) throw new Error(`${what}: ${missing} rows are missing`);
      say(lineOf(what, measured));
      return measured;
    } finally {
      child.stop();
      bucket?.child.stop();
    }
  };

const rate = ({ rows, cpuSeconds }: Measured): number => round(rows / cpuSeconds);

const lineOf = (what: string, measured: Measured): string =>
  `  ${what.padEnd(36)} ${String(rate(measured)).padStart(9)} rows per CPU-second  ${measured.seconds.toFixed(1).padStart(6)} s  ${String(measured.peakRssMb).padStart(5)} MB`;

const megabytes = async (file: string): Promise<string> => `${round((await stat(file)).size / 1024 ** 2)} MB`;
