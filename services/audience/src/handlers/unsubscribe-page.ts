import type { HttpAnswer } from '@bulkhead/lambda-kit';

type Language = 'en' | 'ko';
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

const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;
font:18px/1.6 system-ui,sans-serif}main{max-width:32rem;padding:2rem}h1{font-size:1.5rem;line-height:1.3}
button{font:inherit;padding:.75rem 1.5rem;border:2px solid;border-radius:.5rem;background:CanvasText;color:Canvas;cursor:pointer}
button:focus-visible{outline:3px solid Highlight;outline-offset:3px}`;

/** Nothing may be loaded, framed or remembered, and the address of the page, which is the token, goes nowhere. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  vary: 'accept-language',
};

/** A page that says no more than it must: not whose link it is, and not whether they had left before. */
export const unsubscribePage = (status: 200 | 400, page: PageName, acceptLanguage: string | undefined): HttpAnswer => {
  const language = languageOf(acceptLanguage);
  return {
    status,
    contentType: 'text/html',
    headers: { ...headers, 'content-language': language },
    body: html(language, page),
  };
};

const html = (language: Language, page: PageName): string => {
  const { title, text, button } = words[language][page];
  const form = `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><input type="hidden" name="page" value="${language}"><button type="submit">${button}</button></form>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${button === undefined ? '' : form}</main></body>
</html>
`;
};

/** What somebody agreed to who pressed the button of our page; `undefined` for a form that is not ours. */
export const wordsOfPage = (language: unknown): string | undefined => {
  if (language !== 'en' && language !== 'ko') return undefined;
  const { title, text, button } = words[language].ask;
  return [title, text, button].join('\n');
};

/** The one of our languages that the browser prefers; English for everybody else. */
const languageOf = (acceptLanguage = ''): Language => {
  const preferred = acceptLanguage
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(';q='))
    .map(([tag = '', quality = '1']) => ({ language: tag.split('-')[0], quality: Number(quality) || 0 }))
    .toSorted((one, other) => other.quality - one.quality)
    .find(({ language, quality }) => quality > 0 && (language === 'ko' || language === 'en'));
  return preferred?.language === 'ko' ? 'ko' : 'en';
};
