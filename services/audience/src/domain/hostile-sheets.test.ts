import { domainToASCII } from 'node:url';

import { doubtsAbout } from '../adapters/address-doubts.ts';
import { contactIdOf } from '../adapters/contact-id.ts';
import type { Cell } from './cell.ts';
import { Gathering } from './gathering.ts';

const LAST_COLUMN = 16_383;
const newGathering = () => new Gathering({ mapping: {}, toAscii: domainToASCII, contactIdOf, doubtsAbout, edition: 0 });

/** A row with one cell, at the right end of the sheet. */
const farRight = (cell: Cell): readonly (Cell | undefined)[] => {
  const cells: (Cell | undefined)[] = [];
  cells[LAST_COLUMN] = cell;
  return cells;
};

it('takes a hundred thousand rows for empty although they are wide', () => {
  const gathering = newGathering();
  const empty = farRight(' ');
  gathering.beginSheet('Wide');
  gathering.take([{ row: 1, cells: ['email', 'name'] }]);

  for (let row = 2; row < 100_000; row += 1) gathering.take([{ row, cells: empty }]);
  gathering.take([{ row: 100_000, cells: ['ada@example.com'] }]);

  expect(gathering.tally).toMatchObject({ rows: 1, accepted: 1 });
});

it('reads short rows below 16,384 headers without looking for all of them', () => {
  const gathering = newGathering();
  gathering.beginSheet('Wide');
  gathering.take([{ row: 1, cells: ['email', ...Array.from({ length: LAST_COLUMN }, (_, n) => `field ${n}`)] }]);

  for (let row = 2; row < 50_000; row += 1) gathering.take([{ row, cells: [`p${row}@example.com`, 'Ada'] }]);

  expect(gathering.tally).toMatchObject({ accepted: 49_998 });
});

it('names twenty of the sheets that it leaves out, and counts the others', () => {
  const gathering = newGathering();
  gathering.beginSheet('People');
  gathering.take([
    { row: 1, cells: ['email'] },
    { row: 2, cells: ['ada@example.com'] },
  ]);
  for (let sheet = 0; sheet < 5_000; sheet += 1) {
    gathering.beginSheet(`Sheet ${sheet}`);
    gathering.take([{ row: 1, cells: ['x'] }]);
  }

  gathering.endFile();
  const { notes } = gathering.end();

  expect(notes).toHaveLength(21);
  expect(notes.at(-1)).toBe('So were others: 4,980.');
});

it('says no more of twenty files than has room beside the rest of an import', () => {
  const gathering = newGathering();
  for (let file = 0; file < 20; file += 1) {
    gathering.beginFile(`${file} ${'가'.repeat(250)}.xlsx`);
    gathering.beginSheet('People');
    gathering.take([
      { row: 1, cells: ['email'] },
      { row: 2, cells: ['ada@example.com'] },
    ]);
    gathering.endFile(Array.from({ length: 20 }, (_, n) => `${n} ${'나'.repeat(250)}`));
  }

  const { notes } = gathering.end();

  expect(notes.at(-1)).toBe('There is more of the kind: 340.');
  expect(Buffer.byteLength(JSON.stringify(notes))).toBeLessThan(150_000);
});
