import { defineTexts } from '../../common/texts.ts';

export const useMailTexts = defineTexts('report-mail', {
  en: {
    title: 'The mail as it was sent',
    about:
      'Fixed when the run began, whatever has become of its template since. It is shown as somebody got it of whom nothing is known: merge fields are empty, or say their default.',
    look: 'Shown as',
    'look.desktop': 'Desktop',
    'look.mobile': 'Phone',
    'look.text': 'Plain text',
    from: 'From',
    replyTo: 'Replies to',
    subject: 'Subject',
    files: 'Attached',
    frame: 'The mail as it was sent',
  },
  ko: {
    title: '발송된 메일',
    about:
      '발송을 시작할 때 고정된 내용이며, 이후에 템플릿을 고쳐도 바뀌지 않습니다. 알려진 정보가 없는 수신자에게 보이는 모습으로, 병합 필드는 비어 있거나 기본값으로 표시됩니다.',
    look: '표시할 화면',
    'look.desktop': '컴퓨터',
    'look.mobile': '휴대전화',
    'look.text': '텍스트',
    from: '보낸 사람',
    replyTo: '회신 주소',
    subject: '제목',
    files: '첨부 파일',
    frame: '발송된 메일',
  },
});
