import { defineTexts } from '../../common/texts.ts';

export const usePreviewTexts = defineTexts('preview', {
  en: {
    frame: 'The mail as it will look',
    'device.label': 'Shown on',
    'device.desktop': 'Desktop',
    'device.mobile': 'Phone',
    'device.text': 'Plain text',
    dark: 'Dark',
    subject: 'Subject',
    'contact.label': 'As whom?',
    'contact.nobody': 'Somebody of whom nothing is known',
    'contact.none': 'No address begins so',
    'contact.more': 'Type at least two letters',
    'values.title': 'What is filled in',
    'values.none': 'This mail says the same to everybody.',
    'values.empty': 'empty',
    'values.unknown_one':
      '{{fields}} is not among what your contacts have. It will be empty for everybody, unless the template says what to write instead.',
    'values.unknown_other':
      '{{fields}} are not among what your contacts have. They will be empty for everybody, unless the template says what to write instead.',
    waiting: 'Write something, and it is shown here.',
    broken: 'Shown is the mail before the last mistake.',
  },
  ko: {
    frame: '받는 분에게 보이는 메일',
    'device.label': '표시할 화면',
    'device.desktop': '컴퓨터',
    'device.mobile': '휴대전화',
    'device.text': '텍스트',
    dark: '다크 모드',
    subject: '제목',
    'contact.label': '누구에게 보이는 모습입니까?',
    'contact.nobody': '알려진 정보가 없는 수신자',
    'contact.none': '이렇게 시작하는 주소가 없습니다',
    'contact.more': '두 글자 이상 입력해 주십시오',
    'values.title': '채워지는 정보',
    'values.none': '모든 분에게 같은 내용이 발송됩니다.',
    'values.empty': '비어 있음',
    'values.unknown_one':
      '{{fields}}: 수신자 정보에 없는 항목입니다. 대신 표시할 말을 템플릿에 적지 않으면 모든 분에게 빈칸으로 표시됩니다.',
    'values.unknown_other':
      '{{fields}}: 수신자 정보에 없는 항목들입니다. 대신 표시할 말을 템플릿에 적지 않으면 모든 분에게 빈칸으로 표시됩니다.',
    waiting: '내용을 작성하시면 여기에 표시됩니다.',
    broken: '오류가 생기기 전의 메일을 표시하고 있습니다.',
  },
});
