import type { Answer } from '@bulkhead/openapi';

import { type Form, HONEYPOT, wordsOfConsent } from '../../domain/forms/form.ts';
import type * as answers from '../../openapi/form-answers.ts';
import { escaped } from '../public-page.ts';

/** A form as people see it. */
export const formView = ({
  formId,
  createdAt,
  name,
  listId,
  origins,
  fields,
  ...form
}: Form): Answer<typeof answers.Form> => ({
  formId,
  createdAt,
  name,
  listId,
  origins,
  fields,
  doubleOptIn: form.doubleOptIn,
  language: form.language,
  sender: form.sender,
  ...(form.texts && { texts: form.texts }),
  ...(form.redirectUrl !== undefined && { redirectUrl: form.redirectUrl }),
});

const words = {
  en: { address: 'E-mail', button: 'Subscribe', trap: 'Leave this empty' },
  ko: { address: '이메일', button: '구독하기', trap: '비워 두세요' },
} as const;

/** What a website puts into its page: it works without scripts, and people do not see the field that only programs fill in. */
export const htmlOf = (form: Form, listName: string, action: string): string => {
  const { address, button, trap } = words[form.language];
  const fields = form.fields.map(
    (field) => `  <p><label>${escaped(field)} <input name="${escaped(field)}" maxlength="500"></label></p>`,
  );
  return [
    `<form method="post" action="${escaped(action)}" lang="${form.language}">`,
    `  <p><label>${address} <input type="email" name="email" autocomplete="email" maxlength="254" required></label></p>`,
    ...fields,
    `  <p style="position:absolute;left:-9999px" aria-hidden="true"><label>${trap} <input name="${HONEYPOT}" tabindex="-1" autocomplete="off"></label></p>`,
    `  <p><small>${escaped(wordsOfConsent(form, listName))}</small></p>`,
    `  <p><button type="submit">${button}</button></p>`,
    '</form>',
  ].join('\n');
};
