import * as XLSX from 'xlsx';

import { dateOf, isBuiltInDate, isDateFormat } from './date-formats.ts';

it.each([
  'General',
  '0',
  '0.00E+00',
  '#,##0.00 "원"',
  '#,##0\\ "days"',
  '[Red]0.00;[Blue]-0.00',
  '_-* #,##0.00 [$€-1]_-',
  '@',
  'yyyy-mm-dd',
  'yyyy"년" m"월" d"일"',
  'm/d/yy h:mm',
  '[h]:mm:ss',
  '[$-412]yyyy/mm/dd;@',
  '[$-409]h:mm AM/PM',
  'mmm-yy',
  'ss.0',
  '"y" 0',
  '\\d0',
  '[>=100]0.0;0.00',
])('knows whether %s is for dates, as SheetJS does', (code) => {
  expect(isDateFormat(code)).toBe(XLSX.SSF.is_date(code));
});

it('knows the built-in formats for dates', () => {
  const known = Object.entries(XLSX.SSF.get_table()).filter(([, code]) => XLSX.SSF.is_date(String(code)));

  expect(known.filter(([format]) => !isBuiltInDate(Number(format)))).toEqual([]);
});

it.each([
  [0.5, false, '1899-12-31T12:00:00.000Z'],
  [1, false, '1900-01-01T00:00:00.000Z'],
  [59, false, '1900-02-28T00:00:00.000Z'],
  [61, false, '1900-03-01T00:00:00.000Z'],
  [45_982.25, false, '2025-11-21T06:00:00.000Z'],
  [2_958_465, false, '9999-12-31T00:00:00.000Z'],
  [0, true, '1904-01-01T00:00:00.000Z'],
  [44_520.25, true, '2025-11-21T06:00:00.000Z'],
])('takes day %d (1904: %s) for %s', (serial, is1904, expected) => {
  expect(dateOf(serial, is1904)).toEqual(new Date(expected));
});

it.each([-1, 2_958_466, Number.POSITIVE_INFINITY])('leaves %d the number that Excel shows no date for', (serial) => {
  expect(dateOf(serial, false)).toBe(serial);
});
