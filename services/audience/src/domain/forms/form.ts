import { type Result, refuse, succeed } from '../result.ts';

export type FormLanguage = 'en' | 'ko';

/** What a team may say in its own words. */
export interface FormTexts {
  /** Of the confirmation mail. */
  readonly subject?: string | undefined;
  /** What somebody agrees to. */
  readonly consent?: string | undefined;
}

/** What people decide about a form; the rest of it is ours. */
export interface FormDraft {
  readonly name: string;
  readonly listId: string;
  /** The websites whose pages may send it: `https://www.example.com`. */
  readonly origins: readonly string[];
  /** What it may say of somebody besides the address. */
  readonly fields: readonly string[];
  /** Whether everybody confirms by mail. Whoever has left before does in any case. */
  readonly doubleOptIn: boolean;
  readonly language: FormLanguage;
  readonly sender: { readonly name?: string | undefined; readonly address: string };
  readonly texts?: FormTexts | undefined;
  /** Where a browser goes after a plain HTML form; without one it sees a page of ours. */
  readonly redirectUrl?: string | undefined;
}

/** A subscribe form on somebody's website. */
export interface Form extends FormDraft {
  readonly formId: string;
  readonly createdAt: string;
  /** Counts the writes; 0 for one that has never been written. */
  readonly revision: number;
}

export type FormProblem =
  | { readonly kind: 'origin_unusable'; readonly origin: string }
  | { readonly kind: 'redirect_elsewhere' }
  | { readonly kind: 'field_reserved'; readonly field: string };

/** People do not see this field, so whoever fills it in is a program. */
export const HONEYPOT = 'homepage';
/** What forms say of themselves and not of a person. */
const RESERVED = new Set(['address', 'email', HONEYPOT]);

/** A page on the machine of whoever tries a form out. */
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

const isOrigin = (text: string): boolean =>
  !text.includes('*') &&
  URL.canParse(text) &&
  new URL(text).origin === text &&
  (text.startsWith('https://') || LOCAL.test(text));

/** Refuses what could never work, or would send people where nobody meant them to go. */
export const checkForm = ({ origins, fields, redirectUrl }: FormDraft): Result<undefined, FormProblem> => {
  const unusable = origins.find((origin) => !isOrigin(origin));
  if (unusable !== undefined) return refuse({ kind: 'origin_unusable', origin: unusable });
  const reserved = fields.find((field) => RESERVED.has(field.toLowerCase()));
  if (reserved !== undefined) return refuse({ kind: 'field_reserved', field: reserved });
  const isElsewhere =
    redirectUrl !== undefined && !(URL.canParse(redirectUrl) && origins.includes(new URL(redirectUrl).origin));
  return isElsewhere ? refuse({ kind: 'redirect_elsewhere' }) : succeed(undefined);
};

const consents: Readonly<Record<FormLanguage, (list: string) => string>> = {
  en: (list) => `I would like to get “${list}” by e-mail. I can stop it at any time by the link in every mail.`,
  ko: (list) =>
    `이메일로 ‘${list}’ 소식을 받는 데 동의합니다. 모든 메일에 있는 링크로 언제든지 수신을 거부할 수 있습니다.`,
};

/** What somebody agrees to who sends the form. */
export const wordsOfConsent = ({ language, texts }: FormDraft, listName: string): string =>
  texts?.consent ?? consents[language](listName);
