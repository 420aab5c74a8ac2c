import { MOST, problemsOf, withMore } from './chosen-files.ts';

const file = (name: string, size = 1_000) => ({ name, size });

it('takes workbooks and text files', () => {
  expect(problemsOf([file('people.xlsx'), file('PEOPLE.CSV'), file('people.tsv')])).toEqual([]);
});

it('names every file that cannot be read as a list', () => {
  const files = [file('old.xls'), file('letter.docx'), file('nothing.csv', 0), file('all.csv', MOST.fileBytes + 1)];

  expect(problemsOf(files)).toEqual([
    { kind: 'old_workbook', name: 'old.xls' },
    { kind: 'not_a_list', name: 'letter.docx' },
    { kind: 'empty', name: 'nothing.csv' },
    { kind: 'too_large', name: 'all.csv' },
  ]);
});

it('tells when they are too many or too large together', () => {
  const many = Array.from({ length: MOST.files + 1 }, (_, n) => file(`${n}.csv`, MOST.importBytes / MOST.files));

  expect(problemsOf(many)).toEqual([{ kind: 'too_many' }, { kind: 'too_large_together' }]);
});

it('keeps one file of each name, the one that was chosen last', () => {
  expect(withMore([file('a.csv', 1), file('b.csv', 2)], [file('a.csv', 3)])).toEqual([
    file('b.csv', 2),
    file('a.csv', 3),
  ]);
});
