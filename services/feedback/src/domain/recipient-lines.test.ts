import { outcomeMapOf, outcomeNames } from './outcome-map.ts';
import { headOf, linesOf } from './recipient-lines.ts';

const outcomes = outcomeMapOf([
  { kind: 'sent', block: 1, bitmap: Uint8Array.of(0b11) },
  { kind: 'delivered', block: 1, bitmap: Uint8Array.of(0b01) },
  { kind: 'bounced_permanent', block: 1, bitmap: Uint8Array.of(0b10) },
  { kind: 'bounced_transient', block: 1, bitmap: Uint8Array.of(0b10) },
]);
const anna = { contactId: 'c-1', address: 'anna@example.com', importId: 'imp_1' };
const evil = { contactId: 'c-2', address: '=cmd|calc@example.com' };
const chunk = { chunk: 7, people: [anna, evil, undefined] };
const rowsOf = (csv: string) => csv.split('\r\n').map((line) => line.split(','));

describe('an exported chunk', () => {
  it('has a row for everybody as CSV, with a column for each outcome of the report', () => {
    const [head = [], ...rows] = rowsOf(headOf('csv') + linesOf('csv', outcomes, chunk));

    expect(head).toEqual(['\uFEFFchunk', 'offset', 'contactId', 'address', 'importId', ...outcomeNames]);
    const happened = (row: readonly string[]) => outcomeNames.filter((_, n) => row[n + 5] === '1');
    expect(rows[0]?.slice(0, 5)).toEqual(['7', '0', 'c-1', 'anna@example.com', 'imp_1']);
    expect(rows.slice(0, 3).map(happened)).toEqual([['sent', 'delivered'], ['sent', 'bounced', 'hardBounced'], []]);
    expect(rows[2]?.slice(0, 5)).toEqual(['7', '2', '', '', '']);
  });

  it('has an address that no spreadsheet takes for a formula', () => {
    expect(linesOf('csv', outcomes, chunk)).toContain("'=cmd|calc@example.com");
  });

  it('has an object for everybody as NDJSON, as they are', () => {
    const lines = linesOf('ndjson', outcomes, chunk).trimEnd().split('\n');

    expect(headOf('ndjson')).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { chunk: 7, offset: 0, ...anna, outcomes: ['sent', 'delivered'] },
      { chunk: 7, offset: 1, ...evil, outcomes: ['sent', 'bounced', 'hardBounced'] },
      { chunk: 7, offset: 2, outcomes: [] },
    ]);
  });

  it('finds its recipients in their block, wherever the chunk stands in it', () => {
    const inBlock = outcomeMapOf([{ kind: 'sent', block: 1, bitmap: new Uint8Array(875).fill(255, 125, 250) }]);

    const sentOf = (chunkNumber: number) =>
      linesOf('ndjson', inBlock, { chunk: chunkNumber, people: [anna] }).includes('"sent"');

    expect([7, 8, 9].map(sentOf)).toEqual([false, true, false]);
  });
});
