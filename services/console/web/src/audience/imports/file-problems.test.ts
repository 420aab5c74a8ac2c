import { sayFileProblem } from './file-problems.ts';

it('names in Korean what the file holds', () => {
  const message =
    'No column has the header "mail". The first row should hold the headers. The headers found are: 이름, 나이.';

  expect(sayFileProblem({ code: 'address_column_missing', message }, 'ko')).toBe(
    '제목이 “mail”인 열이 없습니다. 첫 행에는 열 제목이 있어야 합니다. 파일에 있는 제목: 이름, 나이.',
  );
});

it('says which of several files it is about', () => {
  const problem = { code: 'rows_missing', message: '"a.csv": There are no rows.', file: 'a.csv' } as const;

  expect(sayFileProblem(problem, 'ko')).toMatch(/^“a\.csv”: 제목 행 아래에 내용이 없습니다/);
  expect(sayFileProblem(problem, 'en')).toBe('"a.csv": There are no rows.');
});
