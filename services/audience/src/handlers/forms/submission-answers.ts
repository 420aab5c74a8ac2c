import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

import type { SubmitProblem } from '../../application/forms/submit-form.ts';
import type { Form } from '../../domain/forms/form.ts';
import { formNotFound } from '../problems.ts';
import { escaped, type Language, publicPage } from '../public-page.ts';

/** Why nothing came of what was sent, in words for whoever sent it. */
export type Refusal = SubmitProblem | { readonly kind: 'malformed' } | { readonly kind: 'origin_refused' };

const titles = {
  en: { ask: 'Look into your mailbox', thank: 'Thank you', refused: 'That did not work' },
  ko: { ask: '메일함을 확인해 주세요', thank: '감사합니다', refused: '신청을 처리하지 못했습니다' },
} as const satisfies Readonly<Record<Language, object>>;

const texts = {
  en: {
    ask: 'We have sent you a mail. Press the button in it, and you are on the list. No mail after some minutes? Look into the spam folder, or check the address and try again.',
    thank: 'You are on the list. If you had left it before, we have sent you a mail first: press the button in it.',
  },
  ko: {
    ask: '확인 메일을 보내 드렸습니다. 메일에 있는 버튼을 누르시면 구독이 완료됩니다. 몇 분이 지나도 메일이 없으면 스팸함을 살펴보시거나, 주소를 확인하고 다시 신청해 주세요.',
    thank:
      '구독이 완료되었습니다. 전에 수신을 거부하신 적이 있다면 확인 메일을 먼저 보내 드렸으니, 메일에 있는 버튼을 눌러 주세요.',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The same for everybody: it does not tell whether the address was known. */
export const received = ({ language, doubleOptIn, redirectUrl }: Form, wantsJson: boolean): HttpAnswer => {
  const next = doubleOptIn ? 'ask' : 'thank';
  const message = texts[language][next];
  if (wantsJson) return { status: 202, body: { status: 'received', message } };
  if (redirectUrl !== undefined) return { status: 303, headers: { location: new URL(redirectUrl).href } };
  return publicPage({ status: 200, language, title: titles[language][next], content: `<p>${message}</p>` });
};

interface Said {
  readonly status: 400 | 403 | 404 | 422 | 429;
  readonly en: string;
  readonly ko: string;
}

const saidOf = (refusal: Refusal): Said => {
  switch (refusal.kind) {
    case 'too_many':
      return {
        status: 429,
        en: 'Too many forms came from your network. Please try again in an hour.',
        ko: '같은 네트워크에서 신청이 너무 많았습니다. 한 시간 뒤에 다시 시도해 주세요.',
      };
    case 'address_invalid':
      return {
        status: 422,
        en: 'This is not an e-mail address. Please go back and correct it.',
        ko: '이메일 주소가 올바르지 않습니다. 뒤로 돌아가 고쳐 주세요.',
      };
    case 'field_invalid':
      return {
        status: 422,
        en: `“${refusal.field}” cannot be read. Please go back and correct it.`,
        ko: `‘${refusal.field}’ 항목을 읽을 수 없습니다. 뒤로 돌아가 고쳐 주세요.`,
      };
    case 'origin_refused':
      return {
        status: 403,
        en: 'This form may not be used from the website that you came from. Please tell those who run it.',
        ko: '이 웹사이트에서는 사용할 수 없는 양식입니다. 웹사이트 운영자에게 알려 주세요.',
      };
    case 'list_not_found':
      return { status: 404, en: 'This list is no longer there.', ko: '이 목록은 더 이상 없습니다.' };
    case 'malformed':
      return {
        status: 400,
        en: 'The form could not be read: every field may be one line of at most 500 letters, and no file.',
        ko: '양식을 읽을 수 없습니다. 각 항목은 500자 이내의 한 줄이어야 하며 파일은 보낼 수 없습니다.',
      };
  }
};

export const refused = (refusal: Refusal, language: Language, wantsJson: boolean): HttpAnswer => {
  const { status, ...said } = saidOf(refusal);
  const headers = refusal.kind === 'too_many' ? { 'retry-after': String(refusal.retryAfterSeconds) } : {};
  if (wantsJson) {
    const errors = 'problem' in refusal ? [{ field: fieldOf(refusal), rule: refusal.problem }] : undefined;
    return problem({ status, code: refusal.kind, detail: said[language], headers, ...(errors && { errors }) });
  }
  const page = publicPage({
    status,
    language,
    title: titles[language].refused,
    content: `<p>${escaped(said[language])}</p>`,
  });
  return { ...page, headers: { ...page.headers, ...headers } };
};

const fieldOf = (refusal: Refusal): string => (refusal.kind === 'field_invalid' ? refusal.field : 'email');

export const noForm = (language: Language, wantsJson: boolean): HttpAnswer =>
  wantsJson ? formNotFound() : refused({ kind: 'list_not_found' }, language, false);
