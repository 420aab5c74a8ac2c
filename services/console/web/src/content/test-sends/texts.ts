import { defineTexts } from '../../common/texts.ts';

export const useTestTexts = defineTexts('testSends', {
  en: {
    title: 'Send a test',
    to: 'To',
    'to.about': 'Up to ten addresses. Press Enter after each.',
    'to.placeholder': 'you@your-company.com',
    from: 'From',
    'from.other': 'Another address',
    'from.address': 'Address it comes from',
    'from.about': 'One that is verified in SES.',
    'from.name': 'Name it comes from',
    as: 'Filled in as for the contact chosen in the preview, otherwise with nothing.',
    send: 'Send the test',
    sent: 'On its way. It arrives within a minute.',
    mailbox: 'Look into the local mailbox',
  },
  ko: {
    title: '시험 발송',
    to: '받는 사람',
    'to.about': '주소를 열 개까지 입력할 수 있습니다. 주소마다 Enter를 누르십시오.',
    'to.placeholder': 'you@your-company.com',
    from: '보내는 사람',
    'from.other': '다른 주소',
    'from.address': '보내는 주소',
    'from.about': 'SES에서 인증된 주소여야 합니다.',
    'from.name': '보내는 사람 이름',
    as: '미리보기에서 고른 수신자의 정보로 채우고, 고르지 않았다면 비워 둡니다.',
    send: '시험 메일 보내기',
    sent: '보냈습니다. 1분 안에 도착합니다.',
    mailbox: '로컬 메일함 보기',
  },
});
