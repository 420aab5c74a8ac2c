import { defineTexts } from '../texts.ts';

/** Of tests of a mail, wherever they are sent from. */
export const useTestSendTexts = defineTexts('test-send', {
  en: {
    title: 'Send a test',
    to: 'To',
    'to.about': 'Up to ten addresses. Press Enter after each.',
    'to.placeholder': 'you@your-company.com',
    'to.unusable': 'This is no address: {{address}}',
    send: 'Send the test',
    sent: 'On its way. It arrives within a minute.',
    mailbox: 'Look into the local mailbox',
  },
  ko: {
    title: '시험 발송',
    to: '받는 사람',
    'to.about': '주소를 열 개까지 입력할 수 있습니다. 주소마다 Enter를 누르십시오.',
    'to.placeholder': 'you@your-company.com',
    'to.unusable': '주소가 아닙니다: {{address}}',
    send: '시험 메일 보내기',
    sent: '보냈습니다. 1분 안에 도착합니다.',
    mailbox: '로컬 메일함 보기',
  },
});
