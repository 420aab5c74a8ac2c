/** Why a mail came back, as a marketer tells reasons apart, in words for people. A later version may know more of them. */
export const bounceWords = {
  no_such_mailbox: {
    en: 'There is no such mailbox. The address is wrong or has been given up.',
    ko: '없는 메일 주소입니다. 주소가 틀렸거나 더 이상 쓰이지 않습니다.',
  },
  domain_dead: {
    en: 'The domain of the address takes no mail: it is misspelled, has expired, or its server cannot be reached.',
    ko: '주소의 도메인이 메일을 받지 않습니다. 철자가 틀렸거나, 만료되었거나, 서버에 연결할 수 없습니다.',
  },
  mailbox_full: {
    en: 'The mailbox is full. Often nobody reads it any more.',
    ko: '메일함이 가득 찼습니다. 더 이상 사용하지 않는 메일함인 경우가 많습니다.',
  },
  content_rejected: {
    en: 'The mail provider did not take what the mail says: words, links or files that it holds for spam or dangerous. The address is good; look at the mail.',
    ko: '메일 서비스가 내용을 거부했습니다. 문구, 링크, 첨부 파일이 스팸이나 위험한 것으로 판단되었습니다. 주소는 정상이니 메일 내용을 확인하세요.',
  },
  blocked_by_reputation: {
    en: 'The mail provider does not trust the sender for now: its domain, its address or its rate. The recipient has done nothing.',
    ko: '메일 서비스가 현재 발신자(도메인, IP, 발송 속도)를 신뢰하지 않습니다. 수신자의 문제가 아닙니다.',
  },
  account_suppression: {
    en: 'SES did not send it: the address bounced or complained earlier and is on the suppression list of the account. It harms nothing again.',
    ko: '이전에 반송되었거나 스팸으로 신고되어 SES 계정의 수신 거부 목록에 있는 주소입니다. SES가 보내지 않았으며 평판에 다시 영향을 주지 않습니다.',
  },
  too_large: {
    en: 'The mail is too large for the mailbox. Send smaller pictures and files.',
    ko: '메일이 너무 커서 받지 못했습니다. 이미지와 첨부 파일의 크기를 줄이세요.',
  },
  temporary: {
    en: 'It could not be delivered for a while, and SES has stopped trying. The next mail may arrive.',
    ko: '일시적으로 전달할 수 없어 SES가 재시도를 중단했습니다. 다음 메일은 도착할 수 있습니다.',
  },
  unknown: {
    en: 'It came back and nobody said why.',
    ko: '반송되었지만 이유를 알 수 없습니다.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly ko: string }>>;
export type BounceCategory = keyof typeof bounceWords;

const isKnown = (category: string): category is BounceCategory => Object.hasOwn(bounceWords, category);

/** The words of a category; those of `unknown` for one that this version does not know. */
export const wordsOfBounce = (category: string): { readonly en: string; readonly ko: string } =>
  bounceWords[isKnown(category) ? category : 'unknown'];
