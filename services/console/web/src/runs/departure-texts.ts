import { defineTexts } from '../common/texts.ts';

/** Of a run that mails everybody by the clock where they are. */
export const useDepartureTexts = defineTexts('run-departures', {
  en: {
    title: 'By the clock of each recipient',
    about: 'Everybody gets it when it is {{time}} where they are. Times below are by your own clock.',
    aboutUnknown: 'Everybody gets it at the same time by the clock where they are. Times below are by your own clock.',
    gone: '{{gone}} of {{all}} gone',
    next: 'Next: {{moment}} ({{ago}})',
    people_one: '{{count}} person',
    people_other: '{{count, number}} people',
    'state.gone': 'gone',
    'state.due': 'going out',
    'state.waiting': 'ahead',
    'state.missed': 'not sent',
    all: 'Show all {{count}}',
  },
  ko: {
    title: '받는 사람의 현지 시간',
    about: '받는 사람이 있는 곳이 {{time}}이 되면 보냅니다. 아래 시간은 내 시계 기준입니다.',
    aboutUnknown: '받는 사람이 있는 곳의 시계에 맞추어 보냅니다. 아래 시간은 내 시계 기준입니다.',
    gone: '{{all}}회 중 {{gone}}회 발송',
    next: '다음: {{moment}}({{ago}})',
    people_one: '{{count}}명',
    people_other: '{{count, number}}명',
    'state.gone': '보냄',
    'state.due': '보내는 중',
    'state.waiting': '예정',
    'state.missed': '보내지 않음',
    all: '{{count}}회 모두 보기',
  },
});
