import { sayAgain } from '../../common/language/say-again.ts';
import type { ApiProblem } from '../../common/problem.ts';
import type { Import } from '../model.ts';
import { KOREAN_FILES } from './korean-files.ts';

type Problem = NonNullable<Import['problem']>;

/** The service says in English, and in detail, why a file cannot be imported; here it is in Korean. */
export const FILE_PROBLEMS: Readonly<Record<Problem['code'], string>> = {
  file_empty: '파일이 비어 있습니다(0바이트). 열어서 연락처가 있는지 확인하고 다시 저장한 뒤 업로드해 주십시오.',
  file_too_large: '파일이 너무 큽니다. 여러 파일로 나누어 같은 목록으로 가져와 주십시오.',
  files_too_large: '파일을 모두 합치면 너무 큽니다. 여러 번에 나누어 같은 목록으로 가져와 주십시오.',
  sheet_missing: '선택한 시트가 파일에 없습니다. 시트 이름을 확인하고 다시 가져와 주십시오.',
  workbook_encrypted:
    '암호로 보호된 파일이라 읽을 수 없습니다. 엑셀에서 암호를 제거하고 저장한 뒤 다시 업로드해 주십시오.',
  workbook_old: '엑셀 97-2003 형식(.xls)입니다. 엑셀에서 통합 문서(.xlsx)로 저장한 뒤 업로드해 주십시오.',
  workbook_binary: '바이너리 통합 문서(.xlsb)입니다. 엑셀에서 통합 문서(.xlsx)로 저장한 뒤 업로드해 주십시오.',
  workbook_open_document: 'OpenDocument 형식(.ods)입니다. 엑셀 통합 문서(.xlsx)로 저장한 뒤 업로드해 주십시오.',
  workbook_too_large: '통합 문서의 내용이 너무 큽니다. 연락처 열만 새 파일로 옮기거나 여러 파일로 나누어 주십시오.',
  workbook_unreadable: '통합 문서가 손상되었거나 엑셀 파일이 아닙니다. 엑셀에서 열어 .xlsx로 다시 저장해 주십시오.',
  workbook_expected:
    '이름은 엑셀 파일이지만 내용이 다릅니다. 엑셀에서 열어 .xlsx로 저장하거나, 텍스트 파일이면 확장자를 .csv로 바꿔 주십시오.',
  text_unreadable: '파일을 목록으로 읽을 수 없습니다. 엑셀 통합 문서(.xlsx)로 저장한 뒤 업로드해 주십시오.',
  reading_failed:
    '파일을 읽는 중에 여러 번 중단되었습니다. 연락처 행을 새 파일로 옮기거나 여러 파일로 나누어 업로드해 주십시오.',
  rows_missing: '제목 행 아래에 내용이 없습니다. 올바른 시트를 저장했는지 확인하고 다시 업로드해 주십시오.',
  rows_too_many: '행이 너무 많습니다. 나누어서 같은 목록으로 차례로 가져와 주십시오.',
  address_column_missing:
    '이메일 주소 열을 찾지 못했습니다. 첫 행에 “이메일” 같은 제목이 있어야 합니다. 확인한 뒤 다시 가져와 주십시오.',
  upload_missing: '파일이 제때 업로드되지 않았습니다. 모든 파일을 다시 가져와 주십시오.',
};

const isCode = (code: string): code is Problem['code'] => Object.hasOwn(FILE_PROBLEMS, code);

/** The same of a file that could not even be looked at: the service answers with a problem of that code. */
export const sayUnreadable = ({ code, message }: ApiProblem, language: string): string =>
  isCode(code) ? sayFileProblem({ code, message }, language) : message;

/** Why nothing of a file can be imported, in the language of whoever reads it. */
export const sayFileProblem = ({ code, message, file }: Problem, language: string): string => {
  if (language !== 'ko') return message;
  const sentence = file === undefined ? message : message.replace(`"${file}": `, '');
  const said = sayAgain(sentence, KOREAN_FILES);
  const korean = said === sentence ? FILE_PROBLEMS[code] : said;
  return file === undefined ? korean : `“${file}”: ${korean}`;
};
