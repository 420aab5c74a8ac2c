import { defineTexts } from './texts.ts';

export const useSharedTexts = defineTexts('shared', {
  en: {
    'problem.title': 'That did not work',
    'problem.unreachable':
      'No answer came. Look at your connection; what you have written here is kept. Then try again.',
    'problem.unknown':
      'Something unexpected was answered ({{status}}). Try again; if it stays, tell whoever runs Bulkhead.',
    'problem.crashed':
      'This page has come upon something that it cannot do ({{message}}). Load it again; if it stays, tell whoever runs Bulkhead.',
    'problem.notAPicture':
      '“{{name}}” holds no picture that mails can show. Save it as PNG or JPEG with a program for pictures, then upload that.',
    'problem.notBelieved':
      'You have signed in, but this console does not believe that sign-in. Whoever runs it should compare its client and issuer with config.json, and the clocks.',
    'problem.again': 'Try again',
    'conflict.title': 'Somebody else has changed this in the meantime',
    'conflict.text': 'Both versions exist: theirs is saved, yours is still in this form. Which one shall stay?',
    'conflict.mine': 'Save mine over theirs',
    'conflict.theirs': 'Take theirs, drop mine',
    'conflict.later': 'Decide later',
    'role.needed': 'This needs the role “{{role}}”. Ask an administrator.',
    'role.viewer': 'Viewer',
    'role.author': 'Author',
    'role.sender': 'Sender',
    'role.administrator': 'Administrator',
    'more.show': 'Show more',
    'more.all': 'That is all.',
    'confirm.cancel': 'Go back',
    'unsaved.title': 'Leave without saving?',
    'unsaved.text': 'What you have changed here is not saved yet.',
    'unsaved.stay': 'Stay here',
    'unsaved.leave': 'Leave and drop it',
    loading: 'Loading…',
    copied: 'Copied',
    copy: 'Copy',
    back: 'Back',
    save: 'Save',
    close: 'Close',
    delete: 'Delete',
    edit: 'Edit',
  },
  ko: {
    'problem.title': '처리하지 못했습니다',
    'problem.unreachable':
      '응답이 없습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주십시오. 작성하신 내용은 그대로 남아 있습니다.',
    'problem.unknown':
      '예상하지 못한 응답입니다({{status}}). 다시 시도해 보시고, 계속되면 Bulkhead 운영 담당자에게 알려 주십시오.',
    'problem.crashed':
      '이 화면에서 예상하지 못한 문제가 생겼습니다({{message}}). 다시 불러와 보시고, 계속되면 Bulkhead 운영 담당자에게 알려 주십시오.',
    'problem.notAPicture':
      '“{{name}}” 파일에는 메일에서 보여 줄 수 있는 그림이 없습니다. 그림 프로그램에서 PNG나 JPEG로 저장한 뒤 다시 올려 주십시오.',
    'problem.notBelieved':
      '로그인했지만 이 콘솔이 로그인을 확인하지 못했습니다. 운영 담당자에게 config.json의 클라이언트와 발급자, 그리고 서버의 시각을 확인해 달라고 요청해 주십시오.',
    'problem.again': '다시 시도',
    'conflict.title': '그사이 다른 사람이 내용을 변경했습니다',
    'conflict.text':
      '두 내용이 모두 남아 있습니다. 다른 사람의 것은 저장되어 있고, 작성하신 것은 이 화면에 있습니다. 어느 쪽을 남기시겠습니까?',
    'conflict.mine': '내 내용으로 덮어쓰기',
    'conflict.theirs': '저장된 내용 사용하기',
    'conflict.later': '나중에 결정하기',
    'role.needed': '“{{role}}” 권한이 필요합니다. 관리자에게 요청해 주십시오.',
    'role.viewer': '열람자',
    'role.author': '작성자',
    'role.sender': '발송자',
    'role.administrator': '관리자',
    'more.show': '더 보기',
    'more.all': '모두 표시했습니다.',
    'confirm.cancel': '돌아가기',
    'unsaved.title': '저장하지 않고 나가시겠습니까?',
    'unsaved.text': '변경하신 내용이 아직 저장되지 않았습니다.',
    'unsaved.stay': '계속 작성하기',
    'unsaved.leave': '저장하지 않고 나가기',
    loading: '불러오는 중…',
    copied: '복사했습니다',
    copy: '복사',
    back: '뒤로',
    save: '저장',
    close: '닫기',
    delete: '삭제',
    edit: '편집',
  },
});
