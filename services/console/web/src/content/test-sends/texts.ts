import { defineTexts } from '../../common/texts.ts';

export const useTestTexts = defineTexts('testSends', {
  en: {
    from: 'From',
    'from.other': 'Another address',
    'from.address': 'Address it comes from',
    'from.about': 'One that is verified in SES.',
    'from.name': 'Name it comes from',
    as: 'Filled in as for the contact chosen in the preview, otherwise with nothing.',
  },
  ko: {
    from: '보내는 사람',
    'from.other': '다른 주소',
    'from.address': '보내는 주소',
    'from.about': 'SES에서 인증된 주소여야 합니다.',
    'from.name': '보내는 사람 이름',
    as: '미리보기에서 고른 수신자의 정보로 채우고, 고르지 않았다면 비워 둡니다.',
  },
});
