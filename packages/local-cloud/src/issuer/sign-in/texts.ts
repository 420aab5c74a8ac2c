import type { Role } from '../people.ts';

export type Language = 'en' | 'ko';

interface Texts {
  readonly title: string;
  readonly heading: string;
  readonly lead: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly may: Readonly<Record<Role, string>>;
  readonly note: string;
  readonly refused: string;
  readonly back: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    title: 'Sign in · Bulkhead',
    heading: 'Who are you today?',
    lead: 'Choose somebody to sign in as. There is no password on this machine.',
    roles: { viewer: 'Viewer', author: 'Author', sender: 'Sender', administrator: 'Administrator' },
    may: {
      viewer: 'Sees lists, campaigns and reports. Changes nothing.',
      author: 'Makes lists, segments, templates and campaigns, and sends tests.',
      sender: 'Does what authors do; launches, holds, resumes and cancels.',
      administrator: 'May do everything: erases people, mends queues, reads who did what.',
    },
    note: 'This page belongs to the local issuer. Deployed, people sign in at your own issuer with their own accounts.',
    refused: 'This sign-in cannot go on',
    back: 'Go back to the page that sent you here and sign in again from there.',
  },
  ko: {
    title: '로그인 · Bulkhead',
    heading: '누구로 로그인하시겠습니까?',
    lead: '로그인할 사람을 고르십시오. 이 컴퓨터에서는 비밀번호가 없습니다.',
    roles: { viewer: '조회자', author: '작성자', sender: '발송자', administrator: '관리자' },
    may: {
      viewer: '목록, 캠페인, 보고서를 봅니다. 아무것도 바꾸지 않습니다.',
      author: '목록, 세그먼트, 템플릿, 캠페인을 만들고 테스트 메일을 보냅니다.',
      sender: '작성자의 일에 더해 캠페인을 발송하고, 멈추고, 다시 시작하고, 취소합니다.',
      administrator: '모든 일을 합니다. 개인정보를 지우고, 대기열을 복구하고, 누가 무엇을 했는지 봅니다.',
    },
    note: '이 화면은 이 컴퓨터의 로컬 로그인 서버가 보여 줍니다. 배포한 환경에서는 회사의 로그인 서버에서 각자의 계정으로 로그인합니다.',
    refused: '로그인을 계속할 수 없습니다',
    back: '이 화면을 연 페이지로 돌아가 다시 로그인하십시오.',
  },
};

/** What the application asks for (`ui_locales`) goes before what the browser prefers; English when neither says Korean first. */
export const languageOf = (uiLocales: string | null, acceptLanguage: string | undefined): Language => {
  const wanted = [...(uiLocales ?? '').split(/\s+/), ...byPreference(acceptLanguage)];
  const first = wanted.map((tag) => tag.toLowerCase().split('-')[0]).find((name) => name === 'en' || name === 'ko');
  return first === 'ko' ? 'ko' : 'en';
};

const byPreference = (acceptLanguage = ''): readonly string[] =>
  acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(/\s*;\s*q=/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
