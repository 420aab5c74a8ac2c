/** What an import has left out, by the service's own sentence, whose places are found again in what it tells. */
export const KOREAN_NOTES: Readonly<Record<string, string>> = {
  'No column has become the field "{name}", for which a type was said.':
    '형식을 정한 “{name}” 필드에 해당하는 열이 없습니다.',
  'The sheet "{sheet}" of "{file}" was left out: it has no column with e-mail addresses.':
    '“{file}” 파일의 “{sheet}” 시트는 이메일 주소 열이 없어 제외했습니다.',
  'The sheet "{sheet}" was left out: it has no column with e-mail addresses.':
    '“{sheet}” 시트는 이메일 주소 열이 없어 제외했습니다.',
  'The sheet "{sheet}" of "{file}" was left out: it is hidden.':
    '“{file}” 파일의 “{sheet}” 시트는 숨겨져 있어 제외했습니다.',
  'The sheet "{sheet}" was left out: it is hidden.': '“{sheet}” 시트는 숨겨져 있어 제외했습니다.',
  'So were others of "{file}": {count}.': '“{file}” 파일의 다른 시트 {count}개도 제외했습니다.',
  'So were others: {count}.': '다른 시트 {count}개도 제외했습니다.',
  'There is more of the kind: {count}.': '비슷한 내용이 {count}개 더 있습니다.',
  '1 cell holds an error of Excel, such as #N/A, instead of a value; taken for empty.':
    '셀 하나에 값 대신 #N/A 같은 엑셀 오류가 있어 빈 값으로 처리했습니다.',
  '{count} cells hold an error of Excel, such as #N/A, instead of a value; taken for empty.':
    '셀 {count}개에 값 대신 #N/A 같은 엑셀 오류가 있어 빈 값으로 처리했습니다.',
};
