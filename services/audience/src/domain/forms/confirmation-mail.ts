import type { Form, FormLanguage } from './form.ts';
import type { Submission } from './submission.ts';

/** The mail that asks a mailbox. Nothing in it was typed by whoever filled in the form. */
export interface ConfirmationMail {
  readonly confirmationId: string;
  readonly from: Form['sender'];
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

interface Words {
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly otherwise: string;
}

const words: Readonly<Record<FormLanguage, (list: string) => Words>> = {
  en: (list) => ({
    subject: `Please confirm: “${list}”`,
    title: 'One more step',
    text: `Somebody, probably you, has asked to get “${list}” at this address. Confirm it within seven days:`,
    button: 'Confirm',
    otherwise: 'If it was not you, do nothing. You will get no mail of this list, and this address will be forgotten.',
  }),
  ko: (list) => ({
    subject: `‘${list}’ 구독을 확인해 주세요`,
    title: '한 단계만 더 남았습니다',
    text: `이 주소로 ‘${list}’ 구독 신청이 접수되었습니다. 7일 안에 아래에서 확인해 주세요.`,
    button: '구독 확인',
    otherwise: '직접 신청하지 않으셨다면 아무것도 하지 않으셔도 됩니다. 메일은 발송되지 않으며 이 주소는 삭제됩니다.',
  }),
};

interface Asked {
  readonly form: Form;
  readonly listName: string;
  readonly submission: Submission;
  readonly link: string;
}

/** Writes the mail, in the language of the form. */
export const confirmationMailOf = ({ form, listName, submission, link }: Asked): ConfirmationMail => {
  const { subject, ...said } = words[submission.language](listName);
  return {
    confirmationId: submission.confirmationId,
    from: form.sender,
    to: submission.address,
    subject: form.texts?.subject ?? subject,
    html: htmlOf(said, submission, link),
    text: [said.title, said.text, link, submission.words, said.otherwise].join('\n\n'),
  };
};

const body =
  'word-break:keep-all;margin:0 auto;max-width:32rem;padding:2rem 1rem;font:16px/1.6 system-ui,-apple-system,Segoe UI,sans-serif;color:#1b1b1b';
const button =
  'display:inline-block;padding:.75rem 1.5rem;border-radius:.5rem;background:#1b1b1b;color:#fff;text-decoration:none';

const htmlOf = (said: Omit<Words, 'subject'>, { language, words: agreed }: Submission, link: string): string =>
  `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(said.title)}</title></head>
<body style="${body}"><h1 style="font-size:1.4rem;line-height:1.3">${escaped(said.title)}</h1>
<p>${escaped(said.text)}</p>
<p style="margin:1.5rem 0"><a href="${escaped(link)}" style="${button}">${escaped(said.button)}</a></p>
<p style="margin:1.5rem 0;padding-left:1rem;border-left:3px solid #ccc">${escaped(agreed)}</p>
<p style="color:#666;font-size:.9rem">${escaped(said.otherwise)}</p></body>
</html>
`;

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
