import { ENGLISH } from './english.ts';
import { KOREAN } from './korean.ts';
import { sayFinding } from './say-finding.ts';
import { sayIssue, sayIssues, sayProblem, sayRule } from './say-problem.ts';

const korean = { language: 'ko', words: KOREAN } as const;
const english = { language: 'en', words: ENGLISH } as const;

const told = (code: string, values = {}, errors: Parameters<typeof sayProblem>[0]['errors'] = []) => ({
  code,
  message: 'As the service has written it.',
  values,
  errors,
});

it('says a sentence in the language of whoever reads, with its words for states', () => {
  const problem = told('not_editable', { status: 'held' });

  expect(sayProblem(problem, korean)).toBe(
    '초안만 변경하거나 삭제할 수 있습니다. 이 캠페인은 현재 “보류됨” 상태입니다.',
  );
});

it('says what has no words here as the service has written it', () => {
  expect(sayProblem(told('of_tomorrow'), korean)).toBe('As the service has written it.');
  expect(sayProblem(told('constructor'), korean)).toBe('As the service has written it.');
  expect(sayRule({ field: 'name', rule: 'must be red', code: 'not_red' }, korean)).toBe('must be red');
});

it('names the field of the one thing that is wrong', () => {
  const errors = [
    { field: 'name', rule: 'must have at most 1,200 characters', code: 'too_long', values: { most: 1_200 } },
  ];
  const problem = told('request_malformed', { part: 'body' }, errors);

  expect(sayProblem(problem, korean)).toBe('이름: 1,200자까지 입력할 수 있습니다');
  expect(sayProblem(problem, english)).toBe('Name: must have at most 1,200 characters');
});

it('leaves several things that are wrong to whoever lists them', () => {
  const errors = [
    { field: 'name', rule: 'is missing', code: 'missing' },
    { field: 'recipients.3.address', rule: 'is missing', code: 'missing' },
  ];

  expect(sayProblem(told('request_malformed', {}, errors), korean)).toBe('입력하신 내용을 확인해 주십시오:');
  expect(sayIssues(errors, korean)).toEqual(['이름: 입력해 주십시오', '받는 사람 주소: 입력해 주십시오']);
});

it('lists nothing that it can say in English only, and nothing that is said above', () => {
  const checks = [
    { field: 'sender_verified', rule: 'The sender is not verified.' },
    { field: 'template', rule: 'There is no template.' },
  ];

  expect(sayIssues(checks, korean)).toEqual([]);
  expect(sayIssues(checks, english)).toHaveLength(2);
  expect(sayIssues(checks.slice(0, 1), english)).toEqual([]);
});

it('calls a field of contacts as people have called it', () => {
  const issue = { field: 'fields.city', rule: 'This is no number.', code: 'number_malformed' };

  expect(sayIssue(issue, korean)).toBe('city: 1234.5나 1,234.50 같은 숫자가 아닙니다.');
});

it('counts the rules of a segment as people do', () => {
  const issue = { field: 'rule.rules[0].rules[2]', rule: 'names a list that does not exist', code: 'list_unknown' };

  expect(sayIssue(issue, korean)).toBe('규칙 1.3: 없는 목록을 가리킵니다. 다른 목록을 선택해 주십시오');
  expect(sayIssue({ ...issue, field: 'rule' }, english)).toBe('Rule: names a list that does not exist');
});

it('says what is wrong with the whole without a name', () => {
  const errors = [{ field: '(root)', rule: 'name either', code: 'send_time_unclear' }];

  expect(sayProblem(told('send_time_unclear', {}, errors), korean)).toBe(
    '한 시각으로 보낼지, 받는 사람의 시각에 맞출지 하나만 선택해 주십시오',
  );
});

it('says what Liquid does not like as the editor says it', () => {
  const values = { message: 'undefined filter: nope', line: 3, column: 5 };
  const issue = { field: 'html', rule: '…', code: 'liquid', values };

  expect(sayIssue(issue, { ...korean, sayFinding })).toBe('본문: 3행 5열: “nope” 필터는 없습니다.');
});

it('says moments by the clock of whoever reads', () => {
  const issue = {
    field: 'sendAt',
    rule: '…',
    code: 'send_time_too_far',
    values: { latest: '2026-12-01T09:00:00.000Z' },
  };

  expect(sayIssue(issue, korean)).toMatch(/^보낼 시각: 2026\. 12\. 1\. .* 또는 그 이전이어야 합니다$/);
});
