import type { SheetRow } from './cell.ts';
import type { ColumnMapping } from './columns.ts';
import { previewOf } from './preview.ts';

const preview = (rows: readonly SheetRow['cells'][], mapping: ColumnMapping = {}) =>
  previewOf({
    sheet: 'People',
    rows: rows.map((cells, n) => ({ row: n + 1, cells })),
    mapping,
    types: { points: 'number' },
  });

it('shows what each column would become, and the rows below the headers', () => {
  const shown = preview(
    [['Our people'], [], ['email', 'points', 'since', 'secret'], ['ada@example.com', 36, '2026. 1. 2.', 'x']],
    { fields: { since: 'joined', secret: null } },
  );

  expect(shown).toEqual({
    columns: [
      { column: 'A', header: 'email', holds: 'address', guess: { type: 'text' } },
      { column: 'B', header: 'points', holds: 'field', field: 'points', type: 'number', guess: { type: 'number' } },
      { column: 'C', header: 'since', holds: 'field', field: 'joined', type: 'text', guess: { type: 'date' } },
      { column: 'D', header: 'secret', holds: 'nothing_wanted', guess: { type: 'text' } },
    ],
    rows: [{ row: 4, cells: ['ada@example.com', '36', '2026. 1. 2.', 'x'] }],
  });
});

it('shows twenty rows and guesses from all that it has', () => {
  const rows = Array.from({ length: 30 }, (_, n) => [`person.${n}@example.com`, n === 29 ? 'many' : n]);

  const shown = preview([['email', 'age'], ...rows]);

  expect(shown.rows).toHaveLength(20);
  expect(shown.columns[1]?.guess).toEqual({ type: 'text' });
});

it('shows the columns too if none holds addresses, so that somebody can choose, and says so', () => {
  const shown = preview([
    ['name', 'contact'],
    ['Ada', 'ada@example.com'],
  ]);

  expect(shown.columns.map(({ header, holds }) => [header, holds])).toEqual([
    ['name', 'nothing_wanted'],
    ['contact', 'nothing_wanted'],
  ]);
  expect(shown.rows).toEqual([{ row: 2, cells: ['Ada', 'ada@example.com'] }]);
  expect(shown.problem?.code).toBe('address_column_missing');
});

it('says that there is nothing to show', () => {
  expect(preview([[], ['', undefined]])).toMatchObject({ columns: [], problem: { code: 'rows_missing' } });
});

it('cuts what nobody could look at', () => {
  const shown = preview([
    ['email', ...Array.from({ length: 16_383 }, () => 'x')],
    ['ada@example.com', 'a'.repeat(5_000)],
  ]);

  expect(shown.columns).toHaveLength(200);
  expect(shown.rows[0]?.cells[1]).toHaveLength(201);
});
