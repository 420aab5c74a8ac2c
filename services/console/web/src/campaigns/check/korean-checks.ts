import type { Check } from '../campaign.ts';

interface Words {
  readonly title: string;
  readonly advice?: string;
}

type Write = (data: Readonly<Record<string, unknown>>) => Words;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
const count = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('ko') : '');
const kilobytes = (value: unknown): string => (typeof value === 'number' ? `${Math.ceil(value / 1_024)}KB` : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const moment = (at: unknown, timeZone: unknown): string =>
  new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeStyle: 'short', timeZone: text(timeZone) || 'UTC' }).format(
    new Date(text(at)),
  );

const LOOK_AGAIN = '다시 점검해 주십시오.';
const UNREACHED: Write = () => ({ title: 'SES에서 응답을 받지 못했습니다.', advice: LOOK_AGAIN });
const NOT_LOCALLY: Write = () => ({ title: '내 컴퓨터에서는 확인하지 않습니다. 메일이 밖으로 나가지 않습니다.' });
const NO_DNS: Write = () => ({ title: 'DNS가 제때 응답하지 않았습니다.', advice: LOOK_AGAIN });
const VERIFY = 'SES 콘솔의 Identities에서 안내하는 DNS 레코드로 도메인을 인증한 뒤 다시 점검해 주십시오.';

const FLAWS: Readonly<Record<string, string>> = {
  empty: '비어 있음',
  unreadable: '읽을 수 없는 주소',
  not_https: 'https가 아님',
  local: '받는 사람이 열 수 없는 컴퓨터',
  placeholder: '예시 주소 그대로',
};

const HINTS: Readonly<Record<string, string>> = {
  empty: '비어 있습니다',
  long: '70자가 넘어 앞부분만 보입니다',
  capitals: '대문자가 너무 많습니다',
  exclamation_marks: '느낌표가 여러 개입니다',
  money: '돈을 지나치게 강조합니다',
  pretends_reply: '답장처럼 시작합니다',
};

const flawed = (data: Readonly<Record<string, unknown>>): readonly { href: string; flaw: string }[] =>
  list(data['flawed']).flatMap((each) =>
    typeof each === 'object' && each !== null && 'href' in each && 'flaw' in each
      ? [{ href: text(each.href), flaw: FLAWS[text(each.flaw)] ?? text(each.flaw) }]
      : [],
  );

/** By what was looked at and what was found there. The service says the same in English. */
const WORDS: Readonly<Record<string, Write>> = {
  'template missing': () => ({ title: '캠페인의 템플릿이 삭제되었습니다.', advice: '다른 템플릿을 선택해 주십시오.' }),
  'template fine': () => ({ title: '템플릿을 읽을 수 있고 필요한 파일이 모두 있습니다.' }),
  'template too_many_files': ({ most }) => ({
    title: `템플릿의 파일과 그림이 ${count(most)}개를 넘습니다.`,
    advice: '일부를 빼 주십시오.',
  }),
  'sender_verified missing': () => ({
    title: '캠페인의 발신자가 삭제되었습니다.',
    advice: '다른 발신자를 선택해 주십시오.',
  }),
  'sender_verified unknown': UNREACHED,
  'sender_verified verified': () => ({ title: 'SES가 이 발신자를 알고 있습니다.' }),
  'sender_verified temporary_failure': ({ domain }) => ({
    title: `SES가 ${text(domain)}의 DNS 레코드를 더 이상 찾지 못합니다. 며칠 안에 발송이 중단됩니다.`,
    advice: 'SES 콘솔에 표시된 이 도메인의 레코드를 다시 넣어 주십시오.',
  }),
  'sender_verified pending': ({ domain }) => ({
    title: `SES가 ${text(domain)}의 DNS 레코드를 기다리고 있습니다. 그때까지 메일을 받지 않습니다.`,
    advice: VERIFY,
  }),
  'sender_verified not_verified': ({ domain }) => ({
    title: `SES가 ${text(domain)}의 소유를 확인하지 못했습니다. 메일을 받지 않습니다.`,
    advice: VERIFY,
  }),
  'dkim unknown': UNREACHED,
  'dkim signed': () => ({ title: '발신 도메인의 이름으로 서명합니다.' }),
  'dkim not_signed': ({ domain }) => ({
    title: `${text(domain)}의 서명이 없습니다. Gmail과 Yahoo가 거절하거나 숨길 수 있습니다.`,
    advice: 'SES 콘솔에서 안내하는 DNS 레코드 세 개로 Easy DKIM을 설정해 주십시오.',
  }),
  'sending_enabled unknown': UNREACHED,
  'sending_enabled enabled': () => ({ title: '계정에서 보낼 수 있습니다.' }),
  'sending_enabled disabled': () => ({
    title: '계정 전체의 발송이 꺼져 있습니다. SES가 메일을 받지 않습니다.',
    advice: '누가 왜 껐는지 확인한 뒤 SES 콘솔에서 켜 주십시오.',
  }),
  'spf skipped': NOT_LOCALLY,
  'spf unknown': NO_DNS,
  'spf missing': ({ domain }) => ({
    title: `${text(domain)}에 SPF 레코드가 없습니다.`,
    advice: `${text(domain)}에 TXT 레코드를 추가해 주십시오: v=spf1 include:amazonses.com ~all`,
  }),
  'spf several': ({ domain, records }) => ({
    title: `${text(domain)}에 SPF 레코드가 ${list(records).length}개 있습니다. 여러 개면 모두 무시됩니다.`,
    advice: '내용을 모두 담아 하나로 합쳐 주십시오.',
  }),
  'spf present': () => ({ title: 'SPF에 Amazon SES가 있습니다.' }),
  'spf without_ses': ({ domain }) => ({
    title: `${text(domain)}의 SPF 레코드에 Amazon SES가 없습니다.`,
    advice:
      'include:amazonses.com을 추가해 주십시오. 서명(DKIM)이 있고 자체 MAIL FROM 도메인이 없으면 그대로도 도착합니다.',
  }),
  'dmarc skipped': NOT_LOCALLY,
  'dmarc unknown': NO_DNS,
  'dmarc missing': ({ domain }) => ({
    title: `${text(domain)}에 DMARC 정책이 없습니다. Gmail과 Yahoo는 하루 5,000통 이상 보내는 발신자에게 요구합니다.`,
    advice: `_dmarc.${text(domain)}에 TXT 레코드를 추가해 주십시오: v=DMARC1; p=none`,
  }),
  'dmarc present': ({ policy }) => ({ title: `DMARC가 설정되어 있습니다(p=${text(policy)}).` }),
  'size too_large': ({ messageBytes, mostBytes }) => ({
    title: `파일을 포함한 메일이 ${kilobytes(messageBytes)}입니다. SES는 ${kilobytes(mostBytes)}까지 받습니다.`,
    advice: '파일을 템플릿에서 빼고 링크로 바꿔 주십시오.',
  }),
  'size fine': ({ htmlBytes }) => ({ title: `HTML이 ${kilobytes(htmlBytes)}입니다.` }),
  'size clipped': ({ htmlBytes }) => ({
    title: `HTML이 ${kilobytes(htmlBytes)}입니다. Gmail은 102KB까지만 보여 줍니다.`,
    advice: '내용을 줄이거나 필요 없는 스타일과 주석을 빼 주십시오.',
  }),
  'speed fine': () => ({ title: '메일을 빠르게 만들 수 있습니다.' }),
  'speed slow': ({ milliseconds, perSecond }) => ({
    title: `메일 한 통을 만드는 데 ${count(milliseconds)}ms가 걸립니다. SES 한도와 관계없이 1초에 약 ${count(perSecond)}통까지만 보낼 수 있습니다.`,
    advice: '템플릿의 반복문을 살펴봐 주십시오. 반복되는 내용은 받는 사람마다 다시 만듭니다.',
  }),
  'links fine': ({ links }) => ({ title: `링크 ${count(links)}개에 문제가 없습니다.` }),
  'links flawed': (data) => ({
    title: `살펴볼 링크가 ${flawed(data).length}개 있습니다: ${[...new Set(flawed(data).map(({ flaw }) => flaw))].join(', ')}.`,
    advice: `템플릿에서 고쳐 주십시오: ${flawed(data)
      .slice(0, 3)
      .map(({ href }) => (href.trim() === '' ? '(빈 링크)' : href))
      .join(' · ')}`,
  }),
  'unsubscribe missing': () => ({
    title: '메일에 수신 거부 링크가 없습니다.',
    advice: '끝에 넣어 주십시오: <a href="{{ unsubscribe_url }}">수신 거부</a>',
  }),
  'unsubscribe present': () => ({ title: '메일에 수신 거부 링크가 있습니다.' }),
  'unsubscribe missing_in_text': () => ({
    title: '텍스트 버전에 수신 거부 링크가 없습니다.',
    advice: '텍스트 끝에 {{ unsubscribe_url }}을 넣거나, HTML에서 저절로 만들어지도록 텍스트를 비워 두십시오.',
  }),
  'fields none': () => ({ title: '모두 같은 메일을 받습니다.' }),
  'fields used': ({ fields }) => ({ title: `사용하는 필드: ${list(fields).map(text).join(', ')}` }),
  'subject fine': () => ({ title: '제목에 문제가 없습니다.' }),
  'subject doubtful': ({ hints }) => ({
    title: `제목이 나쁘게 보일 수 있습니다: ${list(hints)
      .map((hint) => HINTS[text(hint)] ?? text(hint))
      .join(', ')}.`,
    advice: '무엇에 관한 메일인지 쉬운 한 문장으로 적어 주십시오.',
  }),
  'window open': () => ({ title: '지금은 보낼 수 있는 시간입니다.' }),
  'window closed': ({ opensAt, timeZone }) => ({
    title: `지금은 보내지 않는 시간입니다. ${moment(opensAt, timeZone)}(${text(timeZone)})에 시작합니다.`,
    advice: '지금 보내기를 누르면 그때까지 기다립니다. 시간대를 바꿀 수도 있습니다.',
  }),
  'quota unknown': UNREACHED,
  'quota unlimited': () => ({ title: '하루 한도가 없습니다.' }),
  'quota sandbox': ({ max24Hours }) => ({
    title: `하루 ${count(max24Hours)}통만 보낼 수 있는 SES 샌드박스 계정입니다. 인증된 주소로만 보냅니다.`,
    advice: 'SES 콘솔에서 프로덕션 액세스를 신청해 주십시오.',
  }),
  'quota too_small': ({ left24Hours, max24Hours }) => ({
    title: `24시간 한도 ${count(max24Hours)}통 중 ${count(left24Hours)}통이 남았습니다.`,
    advice: '발송이 기다렸다가 저절로 이어집니다. 너무 오래 걸리면 AWS에 한도 증액을 신청해 주십시오.',
  }),
  'quota enough': ({ left24Hours, max24Hours }) => ({
    title: `24시간 한도 ${count(max24Hours)}통 중 ${count(left24Hours)}통이 남았습니다.`,
  }),
};

/** A file of the template may be missing in several ways; what to do is the same. */
const FILE: Write = ({ mediaId }) => ({
  title: `템플릿의 파일을 보낼 수 없습니다(${text(mediaId)}).`,
  advice: '다시 올리거나 템플릿에서 빼 주십시오.',
});

/** A check in Korean; what has no words yet stays as the service has written it. */
export const inKorean = ({ id, found, title, advice, data }: Check): Words => {
  const write = WORDS[`${id} ${found}`] ?? (id === 'template' && 'mediaId' in data ? FILE : undefined);
  return write?.(data) ?? { title, ...(advice !== undefined && { advice }) };
};
