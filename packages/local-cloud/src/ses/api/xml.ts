import type { Refusal } from './refusal.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

type Field = string | number | boolean | Fields | readonly Field[];

/** What is in a list has the name of the list, each time anew. */
export interface Fields {
  readonly [name: string]: Field;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// A control character has no place in XML 1.0, not even escaped.
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '').replaceAll(/[^\t\n\r\u0020-\uffff]/g, '\ufffd');

const elementOf = (name: string, field: Field): string => {
  if (isList(field)) return field.map((one) => elementOf(name, one)).join('');
  const inner = typeof field === 'object' ? elementsOf(field) : escaped(String(field));
  return `<${name}>${inner}</${name}>`;
};

const isList = (field: Field): field is readonly Field[] => Array.isArray(field);

const elementsOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, field]) => elementOf(name, field))
    .join('');

export const answerXml = (action: string, fields: Fields, requestId: string): string =>
  [
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${elementsOf(fields)}</${action}Result>`,
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
  ].join('');

export const refusalXml = ({ code, message, status }: Refusal, requestId: string): string =>
  [
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>`,
    `<Code>${code}</Code><Message>${escaped(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  ].join('');
