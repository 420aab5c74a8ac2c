import { defineTexts } from '../common/texts.ts';

/** What several pages of the audience say. */
export const useAudienceTexts = defineTexts('audience', {
  en: {
    section: 'Audience',
    lists: 'Lists',
    contacts: 'Contacts',
    segments: 'Segments',
    forms: 'Forms',
    list: 'List',
    address: 'E-mail address',
    'type.text': 'Text',
    'type.number': 'Number',
    'type.date': 'Date',
    'type.boolean': 'Yes or no',
    'reason.hard_bounce': 'its address does not exist any more',
    'reason.complaint': 'it called a mail spam',
    'reason.unsubscribed': 'it has unsubscribed',
    'reason.manual': 'your team has unsubscribed it',
  },
  ko: {
    section: '수신자',
    lists: '목록',
    contacts: '연락처',
    segments: '세그먼트',
    forms: '구독 양식',
    list: '목록',
    address: '이메일 주소',
    'type.text': '텍스트',
    'type.number': '숫자',
    'type.date': '날짜',
    'type.boolean': '예 / 아니요',
    'reason.hard_bounce': '더 이상 없는 주소입니다',
    'reason.complaint': '메일을 스팸으로 신고했습니다',
    'reason.unsubscribed': '수신을 거부했습니다',
    'reason.manual': '담당자가 수신 거부로 처리했습니다',
  },
});
