import type { Language } from '../language/languages.ts';

interface Words {
  /** What Liquid's and MJML's own programs say; `$1` is what they name. */
  readonly said: RegExp;
  readonly en: string;
  readonly ko: string;
}

const LIQUID: readonly Words[] = [
  {
    said: /^tag "(.+)" not found$/s,
    en: 'There is no tag “$1” here. Look at how it is spelled, and whether the tag that it belongs to is open.',
    ko: '“$1” 태그를 여기에 쓸 수 없습니다. 철자가 맞는지, 짝이 되는 태그가 앞에 있는지 확인해 주십시오.',
  },
  {
    said: /^tag (?:"(\{%.*)"|(\{%.*)) not closed$/s,
    en: '“$1” is not closed. Add what ends it, such as %} or an end tag.',
    ko: '“$1”이(가) 닫히지 않았습니다. %}나 끝내는 태그를 추가해 주십시오.',
  },
  {
    said: /^output "(.+)" not closed$/s,
    en: '“$1” is not closed. Add }} behind it.',
    ko: '“$1”이(가) 닫히지 않았습니다. 뒤에 }}를 추가해 주십시오.',
  },
  {
    said: /^raw "(.+)" not closed$/s,
    en: '“$1” is not closed. Add {% endraw %} behind it.',
    ko: '“$1”이(가) 닫히지 않았습니다. 뒤에 {% endraw %}를 추가해 주십시오.',
  },
  { said: /^undefined filter: (.+)$/s, en: 'There is no filter “$1”.', ko: '“$1” 필터는 없습니다.' },
  {
    said: /^invalid value expression: "(.*)"$/s,
    en: 'A field or a value is missing at “$1”.',
    ko: '“$1” 자리에 필드나 값이 필요합니다.',
  },
  {
    said: /^unexpected (?:token|character) "(.*?)".*$/s,
    en: '“$1” cannot stand here.',
    ko: '이 자리에 “$1”을(를) 쓸 수 없습니다.',
  },
  {
    said: /^expected variable name$|^invalid capture name$/,
    en: 'A name is missing here.',
    ko: '이 자리에 이름이 필요합니다.',
  },
  { said: /^expected "(.+)"$/, en: '“$1” is missing here.', ko: '이 자리에 “$1”이(가) 필요합니다.' },
  {
    said: /^expected "(.)" (?:after|before) filter.*$/,
    en: '“$1” is missing at a filter, as in {{ city | default: "Seoul" }}.',
    ko: '필터에 “$1”이(가) 필요합니다. 예: {{ city | default: "서울" }}',
  },
  {
    said: /^expected filter name$/,
    en: 'The name of a filter is missing behind “|”.',
    ko: '“|” 뒤에 필터 이름이 필요합니다.',
  },
  {
    said: /^illegal tag: (.+)$/s,
    en: '“$1” is not complete.',
    ko: '“$1” 태그가 완전하지 않습니다.',
  },
  {
    said: /^illegal (?:liquid )?tag syntax.*$/,
    en: 'The name of a tag is missing.',
    ko: '태그 이름이 필요합니다.',
  },
  {
    said: /^empty candidates: "(.+)"$/s,
    en: '“$1” names nothing to take turns.',
    ko: '“$1” 태그에 번갈아 쓸 값이 없습니다.',
  },
  {
    said: /^duplicated else$|^unexpected elsif after else$/,
    en: 'Behind {% else %} there can be no other {% else %} or {% elsif %}.',
    ko: '{% else %} 뒤에는 다른 {% else %}나 {% elsif %}를 쓸 수 없습니다.',
  },
  { said: /^\[ not closed$/, en: '“[” is not closed.', ko: '“[”가 닫히지 않았습니다.' },
  {
    said: /^invalid range syntax$|^unbalanced parentheses$/,
    en: 'The parentheses do not match.',
    ko: '괄호가 맞지 않습니다.',
  },
  {
    said: /^every line of an inline comment.*$/,
    en: 'Every line of a comment must begin with #.',
    ko: '주석의 모든 줄은 #으로 시작해야 합니다.',
  },
  {
    said: /^(?:memory alloc|template|parse length) limit exceeded$/,
    en: 'This takes too much: make loops and texts shorter.',
    ko: '처리할 양이 너무 많습니다. 반복이나 글을 줄여 주십시오.',
  },
  {
    said: /^a subject of more than (\d+) characters$/,
    en: 'The subject has more than $1 characters.',
    ko: '제목이 $1자를 넘습니다.',
  },
];

const MJML: readonly Words[] = [
  {
    said: /^Element (\S+) doesn't exist or is not registered$/,
    en: 'There is no element <$1>.',
    ko: '<$1> 요소는 없습니다.',
  },
  {
    said: /^(\S+) cannot be used inside (\S+), only inside: (.+)$/,
    en: '<$1> cannot stand in <$2>, only in: $3.',
    ko: '<$1>은(는) <$2> 안에 쓸 수 없습니다. 쓸 수 있는 곳: $3',
  },
  {
    said: /^Attributes? (.+) (?:is|are) illegal$/,
    en: 'This element has no attribute $1.',
    ko: '이 요소에는 $1 속성이 없습니다.',
  },
  {
    said: /^Attribute (\S+) has invalid value: (.*) for type Color ?$/s,
    en: '$1: “$2” is no colour. Write one such as #0b3d91.',
    ko: '$1: “$2”은(는) 색상이 아닙니다. #0b3d91처럼 적어 주십시오.',
  },
  {
    said: /^Attribute (\S+) has invalid value: (.*) for type Enum, only accepts (.+)$/s,
    en: '$1: “$2” is none of $3.',
    ko: '$1: “$2”은(는) 쓸 수 없습니다. 쓸 수 있는 값: $3',
  },
  {
    said: /^Attribute (\S+) has invalid value: (.*) for type Unit, only accepts \((.+)\) units.*$/s,
    en: '$1: “$2” is no size. Write a number with $3.',
    ko: '$1: “$2”은(는) 크기가 아닙니다. $3 단위를 붙여 적어 주십시오.',
  },
  {
    said: /^Attribute (\S+) has invalid value: (.*?) for type .*$/s,
    en: '$1: “$2” cannot be used.',
    ko: '$1: “$2”은(는) 쓸 수 없는 값입니다.',
  },
  {
    said: /^Malformed MJML.*$|^Parsing failed.*$/s,
    en: 'This is no mail in MJML: everything must stand within <mjml><mj-body> and </mj-body></mjml>.',
    ko: 'MJML 메일이 아닙니다. 모든 내용은 <mjml><mj-body>와 </mj-body></mjml> 사이에 있어야 합니다.',
  },
];

/** What a program says of a template, in words of ours; what has none stays as it is. */
export const sayFinding = (message: string, language: Language): string => {
  const words = [...LIQUID, ...MJML].find(({ said }) => said.test(message));
  if (words === undefined) return message;
  const [, ...named] = (words.said.exec(message) ?? []).filter((part) => part !== undefined);
  return words[language].replace(/\$(\d)/g, (_, place: string) => named[Number(place) - 1] ?? '');
};
