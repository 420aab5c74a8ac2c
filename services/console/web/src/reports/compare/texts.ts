import { defineTexts } from '../../common/texts.ts';

export const useCompareTexts = defineTexts('report-compare', {
  en: {
    title: 'Side by side',
    about:
      'Every campaign is compared with the first. A difference is shown with what it may be by chance (99 %): with few mails, much of it is chance.',
    back: 'All reports',
    few: 'Choose two to five campaigns among the reports first.',
    campaign: 'Campaign {{id}}',
    of: 'of {{count, number}} mails',
    'chance.within': 'Within chance',
    'chance.more': 'More, not by chance',
    'chance.less': 'Less, not by chance',
    range: '{{difference}} points (between {{low}} and {{high}})',
    first_mark: 'compared with this one',
    caution:
      'More than chance is not yet because of the letter: two campaigns go to different people, at different times.',
  },
  ko: {
    title: '캠페인 비교',
    about:
      '모든 캠페인을 첫 번째 캠페인과 비교합니다. 차이에는 우연의 범위(99 %)를 함께 표시합니다. 메일 수가 적으면 차이의 대부분이 우연일 수 있습니다.',
    back: '모든 보고서',
    few: '먼저 보고서에서 캠페인을 두 개에서 다섯 개까지 선택해 주십시오.',
    campaign: '캠페인 {{id}}',
    of: '(메일 {{count, number}}통 중)',
    'chance.within': '우연의 범위 안',
    'chance.more': '더 높음(우연이 아님)',
    'chance.less': '더 낮음(우연이 아님)',
    range: '{{difference}} 퍼센트포인트({{low}}에서 {{high}} 사이)',
    first_mark: '비교 기준',
    caution:
      '우연이 아니라고 해서 메일 때문인 것은 아닙니다. 두 캠페인은 서로 다른 사람에게 다른 시기에 발송되었습니다.',
  },
});
