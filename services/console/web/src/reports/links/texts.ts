import { defineTexts } from '../../common/texts.ts';

export const useLinkTexts = defineTexts('report-links', {
  en: {
    title: 'Links',
    about: 'How many people followed each link. Links are counted without what is personal in them.',
    none: 'Nobody has followed a link yet.',
    link: 'Link',
    clicks: 'People',
    share: 'Of those who clicked',
    machine: 'Only machines',
    others: 'All other links',
    'map.title': 'On the mail itself',
    'map.about':
      'The mail as it was sent, with empty merge fields. A link that stands there twice has one count for both places.',
    'map.frame': 'The mail with the clicks of each link',
    'map.clicks_one': '{{count}} person',
    'map.clicks_other': '{{count, number}} people',
    'map.none': 'nobody',
  },
  ko: {
    title: '링크',
    about: '링크마다 몇 명이 눌렀는지 보여 줍니다. 링크에 포함된 개인 정보는 빼고 집계합니다.',
    none: '아직 링크를 누른 사람이 없습니다.',
    link: '링크',
    clicks: '사람',
    share: '클릭한 사람 중',
    machine: '기계만',
    others: '그 밖의 모든 링크',
    'map.title': '메일 위에서 보기',
    'map.about': '발송된 메일이며, 병합 필드는 비어 있습니다. 같은 링크가 여러 번 있으면 합산한 수를 표시합니다.',
    'map.frame': '링크마다 클릭 수를 표시한 메일',
    'map.clicks_one': '{{count}}명',
    'map.clicks_other': '{{count, number}}명',
    'map.none': '없음',
  },
});
