/** What is wrong with a file, where something stands in the sentence that only the file tells. */
export const KOREAN_FILES: Readonly<Record<string, string>> = {
  'The file is too large: at most {most}. Split it into several files and import them into the same list.':
    '파일이 너무 큽니다. {most}까지 가능합니다. 여러 파일로 나누어 같은 목록으로 가져와 주십시오.',
  'The files together are too large: at most {most}. Spread them over several imports into the same list.':
    '파일을 모두 합치면 너무 큽니다. {most}까지 가능합니다. 여러 번에 나누어 같은 목록으로 가져와 주십시오.',
  'There is no sheet named {wanted}. The sheets found are: {found}.':
    '파일에 {wanted} 시트가 없습니다. 파일에 있는 시트: {found}. 시트 이름을 확인하고 다시 가져와 주십시오.',
  'The file cannot be read as a list: {because} Save it as Excel Workbook (.xlsx) and upload that file.':
    '파일을 목록으로 읽을 수 없습니다. 엑셀 통합 문서(.xlsx)로 저장한 뒤 업로드해 주십시오.',
  'There are more than {most} rows. Split them up and import one part after the other into the same list.':
    '행이 {most}개를 넘습니다. 나누어서 같은 목록으로 차례로 가져와 주십시오.',
  '{missing} The first row should hold the headers. {found}': '{missing} 첫 행에는 열 제목이 있어야 합니다. {found}',
  'No column holds e-mail addresses: none has a header like "email" or "이메일".':
    '이메일 주소 열을 찾지 못했습니다. “이메일” 같은 제목이 없습니다.',
  'No column has the header "{wanted}".': '제목이 “{wanted}”인 열이 없습니다.',
  'The first row of this file has no headers; insert a row with them.':
    '이 파일의 첫 행에는 제목이 없으니 제목 행을 추가해 주십시오.',
  'The headers found are: {found}.': '파일에 있는 제목: {found}.',
  'The file was not uploaded in time. Import it anew.': '파일이 제때 업로드되지 않았습니다. 다시 가져와 주십시오.',
  'Not uploaded in time: {files}. Import all files anew.':
    '제때 업로드되지 않은 파일이 있습니다: {files}. 모든 파일을 다시 가져와 주십시오.',
};
