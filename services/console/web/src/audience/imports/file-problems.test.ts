import { sayFileProblem } from './file-problems.ts';

const problem = { code: 'file_empty', message: '"a.csv": The file is empty.', file: 'a.csv' } as const;

it('leaves English to the service, and says the same in Korean', () => {
  expect(sayFileProblem(problem, 'en')).toBe(problem.message);
  expect(sayFileProblem(problem, 'ko')).toMatch(/^“a\.csv”: 파일이 비어 있습니다/);
});
