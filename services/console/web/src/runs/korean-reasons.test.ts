import { sayAgain } from '../common/language/say-again.ts';
import { KOREAN_REASONS } from './korean-reasons.ts';

it('names the files that a run waits for', () => {
  expect(
    sayAgain(
      'Waits until the import of people.xlsx is finished: who is on the list by then is mailed.',
      KOREAN_REASONS,
    ),
  ).toBe('people.xlsx 가져오기가 끝나기를 기다립니다. 그때 목록에 있는 사람에게 보냅니다.');
});

it('says a state in its own words', () => {
  const said = 'The campaign is cancelled: it was changed as its run was about to start. Nothing was sent.';

  expect(sayAgain(said, KOREAN_REASONS)).toContain('“취소됨” 상태로');
});

it('says a sentence within a sentence, too', () => {
  const said =
    'The files of the template cannot be sent: the file terms (2).pdf has not been uploaded yet. Nothing was sent.';

  expect(sayAgain(said, KOREAN_REASONS)).toBe(
    '템플릿의 파일을 보낼 수 없습니다. 파일 terms (2).pdf이(가) 아직 업로드되지 않았습니다. 아무에게도 보내지 않았습니다.',
  );
});

it('takes names for what they are, whatever stands in them', () => {
  const said = 'The import of {files} $& {most} was still under way an hour after the run began.';
  const words = { 'The import of {files} was still under way an hour after the run began.': '{files} 가져오기' };

  expect(sayAgain(said, words)).toBe('{files} $& {most} 가져오기');
});

it('leaves what it has no words for as it came', () => {
  expect(sayAgain('Something new.', KOREAN_REASONS)).toBe('Something new.');
  expect(sayAgain('', KOREAN_REASONS)).toBe('');
});
