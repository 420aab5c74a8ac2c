import { defineTexts } from '../../common/texts.ts';

export const usePartTexts = defineTexts('report-parts', {
  en: {
    'domains.title': 'Domains',
    'domains.about':
      'Where the mails went. Those with most harm stand first: addresses that do not exist, complaints, rejections.',
    'domains.name': 'Domain',
    'domains.none': 'Nothing is known of domains yet.',
    'imports.title': 'Imports',
    'imports.about':
      'By which file the recipients came. One bad upload among good ones shows here; a run can be resumed without it.',
    'imports.name': 'Import',
    'imports.none': 'Nobody of this run came by a file, or nothing is known of them yet.',
    delivered: 'Delivered',
    hardBounced: 'Back for good',
    softBounced: 'Back for now',
    complained: 'Spam reports',
    rejected: 'Rejected',
    others: 'All others',
    harm: 'Harm',
  },
  ko: {
    'domains.title': '도메인',
    'domains.about': '메일이 어디로 갔는지 보여 줍니다. 없는 주소, 스팸 신고, 거부가 많은 곳부터 표시합니다.',
    'domains.name': '도메인',
    'domains.none': '아직 도메인별 기록이 없습니다.',
    'imports.title': '가져오기',
    'imports.about':
      '수신자가 어느 파일에서 왔는지 보여 줍니다. 문제가 있는 파일이 드러나며, 그 파일을 빼고 발송을 계속할 수 있습니다.',
    'imports.name': '파일',
    'imports.none': '파일로 등록된 수신자가 없거나 아직 기록이 없습니다.',
    delivered: '전달',
    hardBounced: '영구 반송',
    softBounced: '일시 반송',
    complained: '스팸 신고',
    rejected: '거부',
    others: '그 밖의 모두',
    harm: '위험 비율',
  },
});
