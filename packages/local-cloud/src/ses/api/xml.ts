import type { Refusal } from './refusal.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

export type Fields = Readonly<Record<string, string | number | boolean>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// A control character has no place in XML 1.0, not even escaped.
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '').replaceAll(/[^\t\n\r\u0020-\uffff]/g, '\ufffd');

export const answerXml = (action: string, fields: Fields, requestId: string): string => {
  const inner = Object.entries(fields).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`);
  return [
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${inner.join('')}</${action}Result>`,
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
  ].join('');
};

export const refusalXml = ({ code, message, status }: Refusal, requestId: string): string =>
  [
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>`,
    `<Code>${code}</Code><Message>${escaped(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  ].join('');
