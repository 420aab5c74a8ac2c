import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type RejectedRow, rejectedRowLine, rejectedRowsHead, sentenceOf } from './rejection.ts';
import { REJECTIONS_IN_KOREAN } from './rejection-in-korean.ts';

const row = (value: string): RejectedRow => ({
  sheet: 'Sheet 1',
  row: 7,
  column: 'email',
  value,
  problem: 'address_has_no_at',
});
const rejectedRowsCsv = (rows: readonly RejectedRow[]) =>
  rejectedRowsHead(1) + rows.map((each) => rejectedRowLine(each)).join('');
const cells = (csv: string): string[][] => parse(csv, { bom: true });

it('tells sheet, row, column, value and reason', () => {
  expect(cells(rejectedRowsCsv([row('ada.example.com')]))).toEqual([
    ['sheet', 'row', 'column', 'value', 'reason'],
    ['Sheet 1', '7', 'email', 'ada.example.com', 'The address has no @.'],
  ]);
});

it('tells the file too where there are several', () => {
  const csv = rejectedRowsHead(2) + rejectedRowLine({ ...row('x'), file: '=people.xlsx' });

  expect(cells(csv)).toEqual([
    ['file', 'sheet', 'row', 'column', 'value', 'reason'],
    ["'=people.xlsx", 'Sheet 1', '7', 'email', 'x', 'The address has no @.'],
  ]);
});

it('begins with the mark by which Excel knows UTF-8', () => {
  expect(rejectedRowsCsv([]).charCodeAt(0)).toBe(0xfeff);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1+1', '＠SUM(A1)'])(
  'keeps Excel from calculating %j',
  (value) => {
    expect(cells(rejectedRowsCsv([row(value)]))[1]?.[3]).toBe(`'${value}`);
  },
);

it('gives back any value that is no formula, as it was', () => {
  const value = fc.string({ unit: 'grapheme' }).filter((text) => !/^\s*[=+\-@＝＋－＠\t\r]/.test(text));

  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const [, ...rows] = cells(rejectedRowsCsv(values.map(row)));

      expect(rows.map((read) => read[3])).toEqual(values);
    }),
  );
});

it('says every reason as a sentence', () => {
  expect(sentenceOf('fields_too_long')).toMatch(/^[A-Z].*\.$/);
});

it('is written in Korean for whoever reads Korean', () => {
  const csv = rejectedRowsHead(1, 'ko') + rejectedRowLine(row('ada.example.com'), 'ko');

  const [head = [], line = []] = cells(csv);
  expect(head).toEqual(['시트', '행', '열', '값', '이유']);
  expect(line.at(-1)).toBe(REJECTIONS_IN_KOREAN.address_has_no_at);
});
