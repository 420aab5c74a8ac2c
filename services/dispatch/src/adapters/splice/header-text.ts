/** Header lines stay this short where they can be folded. */
const LINE = 76;
const LONGEST_WORD = 60;
/** UTF-8 bytes of one encoded word: 52 characters of base64. */
const WORD_BYTES = 39;
const PRINTABLE = /^[ -~]*$/;
/** Without quotes, backslashes, and what could be taken for an encoded word. */
const PLAIN_VALUE = /^[\w .,()+-]{1,60}$/;
/** Pieces of up to 48 characters, none of which ends inside an escape. */
const PIECES = /(?:%[0-9A-F]{2}|[^%]){1,16}/g;

/** Text fit for a header: whatever could end a line is a space. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** A header of free text: as it is where that is safe, in encoded words (RFC 2047) otherwise. */
export const textHeader = (name: string, text: string): string => {
  if (!isPlain(text)) return `${name}: ${encodedWords(text)}`;
  return text.length + name.length + 2 <= LINE ? `${name}: ${text}` : fold(`${name}:`, text.split(' '));
};

/** A header of one address with the name that people see. */
export const addressHeader = (name: string, displayName: string, address: string): string => {
  const mailbox = mailboxOf(address);
  if (displayName === '') return `${name}: ${mailbox}`;
  return joined(`${name}: ${phrase(displayName)}`, mailbox.startsWith('<') ? mailbox : `<${mailbox}>`);
};

/** A header of an identifier with a description before it. */
export const describedHeader = (name: string, description: string, identifier: string): string =>
  description === '' ? `${name}: <${identifier}>` : joined(`${name}: ${phrase(description)}`, `<${identifier}>`);

/** A header that has no spaces to fold at but the first. */
export const tokenHeader = (name: string, token: string): string => joined(`${name}:`, token);

/** A parameter of a header on lines of its own: quoted where that is safe, as RFC 2231 has it otherwise. */
export const parameter = (name: string, value: string): string => {
  const line = oneLine(value);
  if (PLAIN_VALUE.test(line)) return `\r\n ${name}="${line}"`;

  const encoded = encodeURIComponent(line.toWellFormed()).replaceAll(/['()*!~]/g, percentEncoded);
  const pieces = encoded.match(PIECES) ?? [''];
  if (pieces.length === 1) return `\r\n ${name}*=UTF-8''${encoded}`;
  return pieces.map((piece, n) => `\r\n ${name}*${n}*=${n === 0 ? "UTF-8''" : ''}${piece}`).join(';');
};

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const joined = (start: string, end: string): string => {
  const lastLine = start.length - (start.lastIndexOf('\n') + 1);
  return lastLine + 1 + end.length <= LINE ? `${start} ${end}` : `${start}\r\n ${end}`;
};

/** Without what a reader would take for an encoded word, or fold differently. */
const isPlain = (text: string): boolean =>
  PRINTABLE.test(text) &&
  !text.includes('=?') &&
  text.split(' ').every(({ length }) => length <= LONGEST_WORD) &&
  !text.includes('  ');

const phrase = (text: string): string => {
  if (text.length > LONGEST_WORD || !isPlain(text)) return encodedWords(text);
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
};

const fold = (start: string, words: readonly string[]): string => {
  const lines = [start];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line === start || line.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines.join('\r\n');
};

const encodedWords = (text: string): string => {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > WORD_BYTES) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += character;
    bytes += size;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ');
};

const mailboxOf = (address: string): string => {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const isDotAtom = local.split('.').every((atom) => atom !== '');
  return isDotAtom ? address : `<"${local}"${address.slice(at)}>`;
};
