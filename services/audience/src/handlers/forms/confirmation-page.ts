import type { HttpAnswer } from '@bulkhead/lambda-kit';

import type { Question } from '../../application/forms/confirm.ts';
import { escaped, type Language, languageOf, publicPage } from '../public-page.ts';

const words = {
  en: {
    ask: (list: string) => `Get “${list}” by e-mail?`,
    button: 'Yes, I want it',
    otherwise: 'If you did not ask for it, just close this page.',
    done: 'You are on the list',
    thanks: 'You may close this page. Every mail has a link by which you can leave.',
    used: 'You have confirmed this already',
    since: 'If you have left the list since then and want it back, fill in the form on the website again.',
    broken: 'This link does not work',
    again: 'It may be cut, or older than seven days. Please fill in the form on the website again.',
  },
  ko: {
    ask: (list: string) => `이메일로 ‘${list}’ 소식을 받으시겠어요?`,
    button: '네, 받겠습니다',
    otherwise: '직접 신청하지 않으셨다면 이 창을 닫으시면 됩니다.',
    done: '구독이 완료되었습니다',
    thanks: '이 창을 닫으셔도 됩니다. 모든 메일에 수신을 거부할 수 있는 링크가 있습니다.',
    used: '이미 확인하셨습니다',
    since: '그 뒤에 수신을 거부하셨다가 다시 받고 싶으시면 웹사이트에서 다시 신청해 주세요.',
    broken: '사용할 수 없는 링크입니다',
    again: '링크가 잘렸거나 7일이 지났을 수 있습니다. 웹사이트에서 다시 신청해 주세요.',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The page that asks, once. Says nothing of whose link it is. */
export const confirmationPage = (question: Question): HttpAnswer => {
  const { language, listName, brand, words: agreed } = question;
  if (question.isConfirmed) return usedPage(question);
  const { ask, button, otherwise } = words[language];
  const form = `<form method="post"><input type="hidden" name="confirm" value="yes"><button type="submit">${button}</button></form>`;
  const content = `<p>${escaped(agreed)}</p>${form}<p>${otherwise}</p>`;
  return publicPage({ status: 200, language, title: escaped(ask(listName)), content, brand });
};

const usedPage = ({ language, listName, brand }: Question): HttpAnswer => {
  const { used, since } = words[language];
  const content = `<p>${escaped(listName)}</p><p>${since}</p>`;
  return publicPage({ status: 200, language, title: used, content, brand });
};

export const confirmedPage = (question: Question): HttpAnswer => {
  const { language, listName, brand } = question;
  if (question.isConfirmed) return usedPage(question);
  const { done, thanks } = words[language];
  const content = `<p>${escaped(listName)}</p><p>${thanks}</p>`;
  return publicPage({ status: 200, language, title: done, content, brand });
};

export const brokenLinkPage = (acceptLanguage: string | undefined): HttpAnswer => {
  const language = languageOf(acceptLanguage);
  const { broken, again } = words[language];
  return publicPage({ status: 400, language, title: broken, content: `<p>${again}</p>` });
};
