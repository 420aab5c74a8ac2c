import type { HttpAnswer } from '@bulkhead/lambda-kit';

import { type Language, languageOf, publicPage } from './public-page.ts';

type PageName = 'ask' | 'done' | 'broken';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly button?: string;
}

const words: Readonly<Record<Language, Readonly<Record<PageName, Words>>>> = {
  en: {
    ask: {
      title: 'Leave this mailing list?',
      text: 'One press of the button and you will get no more of these letters.',
      button: 'Unsubscribe',
    },
    done: { title: 'You have left the list', text: 'You will get no more of these letters. You may close this page.' },
    broken: {
      title: 'This link is incomplete',
      text: 'Perhaps your mail program cut it. Open the letter again and use the link in it, or answer the letter and ask to be removed.',
    },
  },
  ko: {
    ask: {
      title: '메일 수신을 그만두시겠어요?',
      text: '아래 버튼을 누르시면 더 이상 이 메일을 보내 드리지 않습니다.',
      button: '수신 거부',
    },
    done: {
      title: '수신 거부가 완료되었습니다',
      text: '더 이상 이 메일을 보내 드리지 않습니다. 이 창을 닫으셔도 됩니다.',
    },
    broken: {
      title: '링크가 올바르지 않습니다',
      text: '메일 프로그램에서 링크가 잘렸을 수 있습니다. 메일을 다시 열어 링크를 눌러 주시거나, 메일에 답장하여 수신 거부를 요청해 주세요.',
    },
  },
};

const choose: Readonly<Record<Language, string>> = {
  en: 'Choose which letters you get instead',
  ko: '받을 메일 직접 고르기',
};

/** A page that says no more than it must: not whose link it is, and not whether they had left before. */
export const unsubscribePage = (status: 200 | 400, page: PageName, acceptLanguage: string | undefined): HttpAnswer => {
  const language = languageOf(acceptLanguage);
  const { title } = words[language][page];
  return publicPage({ status, language, title, content: contentOf(page, language) });
};

/** The page that asks, with a way to choose instead. */
export const questionPage = (token: string, acceptLanguage: string | undefined): HttpAnswer => {
  const language = languageOf(acceptLanguage);
  const link = `<p><a href="../preferences/${token}">${choose[language]}</a></p>`;
  const { title } = words[language].ask;
  return publicPage({ status: 200, language, title, content: contentOf('ask', language) + link });
};

const contentOf = (page: PageName, language: Language): string => {
  const { text, button } = words[language][page];
  if (button === undefined) return `<p>${text}</p>`;
  return `<p>${text}</p><form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><input type="hidden" name="page" value="${language}"><button type="submit">${button}</button></form>`;
};

/** What somebody agreed to who pressed the button of our page; `undefined` for a form that is not ours. */
export const wordsOfPage = (language: unknown): string | undefined => {
  if (language !== 'en' && language !== 'ko') return undefined;
  const { title, text, button } = words[language].ask;
  return [title, text, button].join('\n');
};
