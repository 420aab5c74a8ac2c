import { encode } from 'iconv-lite';

import { BytesSource } from '../../testing/bytes-source.ts';
import { makeCp949Decoder } from '../cp949.ts';
import { detectEncoding } from './text-encoding.ts';
import { textOf } from './text-of.ts';

const read = async (bytes: Uint8Array, pieceBytes = 65_536) => {
  const source = new BytesSource(bytes, pieceBytes);
  const { encoding } = await detectEncoding(source);
  return encoding && allOf(source, encoding);
};

const allOf = async (source: BytesSource, encoding: string) => {
  const pieces: Buffer[] = [];
  for await (const piece of textOf(source, encoding)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
};

const decodeCp949 = (bytes: Uint8Array) => {
  const decoder = makeCp949Decoder();
  const text = decoder.decode(bytes);
  return decoder.decode() === undefined ? undefined : text;
};

const list = (names: readonly string[]) =>
  ['email,name', ...names.map((name, n) => `person.${n}@example.com,${name}`), ''].join('\r\n');

const legacy: readonly (readonly [string, readonly string[]])[] = [
  ['cp949', ['김민준', '설믜', '조햏', '똠이', '金民俊', '서울', '박서윤', '최지우', '정하은', '강도윤']],
  ['shift_jis', ['佐藤 さくら', '鈴木 ハナ', '田中 陽菜', 'こばやし たろう']],
  ['euc-jp', ['佐藤 さくら', '鈴木 ハナ', '田中 陽菜', 'こばやし たろう']],
  ['gbk', ['王小明', '陈美玲', '林志豪', '北京', '上海', '广州', '张伟', '李娜']],
  ['big5', ['王小明', '陳美玲', '林志豪', '臺北', '高雄']],
  ['windows-1252', ['Müller', 'Zoë', 'Gonçalves', 'Søren', 'Ñandú', 'François']],
  ['windows-1250', ['Łukasz Żółć', 'Kraków', 'Wałęsa', 'Świętosława']],
  ['windows-1251', ['Анна Иванова', 'Сергей Петров', 'Москва']],
  ['windows-1253', ['Γιώργος Παπαδόπουλος', 'Ελένη Νικολάου']],
];

it.each(legacy)('recognises a list in %s', async (encoding, names) => {
  const text = list(names);

  expect(await read(encode(text, encoding))).toBe(text);
});

it.each([
  ['utf8', { addBOM: false }],
  ['utf8', { addBOM: true }],
  ['utf-16le', { addBOM: true }],
  ['utf-16be', { addBOM: true }],
  ['utf-16le', { addBOM: false }],
  ['utf-16be', { addBOM: false }],
])('reads %s, %j', async (encoding, options) => {
  const text = list(['김민준', 'Ada 👩‍🚀', 'محمد']);

  expect(await read(encode(text, encoding, options))).toBe(text);
});

it('does not take UTF-8 with one broken byte for UTF-8', async () => {
  expect(await read(Buffer.from([0x61, 0xff, 0xfe, 0x62, 0x0a]))).not.toContain('\uFFFD');
});

it('knows every syllable of CP949', () => {
  const syllables = Array.from({ length: 0xd7a4 - 0xac00 }, (_, n) => String.fromCharCode(0xac00 + n)).join('');

  expect(decodeCp949(encode(syllables, 'cp949'))).toBe(syllables);
});

it.each([
  ['half a letter', [0xb0]],
  ['a pair that is no letter', [0xff, 0xff]],
  ['a letter broken by a line break', [0xb0, 0x0a]],
])('says that %s is not CP949', (_, bytes) => {
  expect(decodeCp949(Uint8Array.from(bytes))).toBeUndefined();
});

it.each([...legacy.map(([encoding, names]) => [encoding, names] as const), ['utf8', ['👩‍🚀', 'é', '김']] as const])(
  'splits no letter of %s where pieces meet',
  async (encoding, names) => {
    const text = list(names);

    for (const pieceBytes of [1, 2, 3, 5, 7]) expect(await read(encode(text, encoding), pieceBytes)).toBe(text);
  },
);

it('tells the encoding of letters that come late', async () => {
  const text = `${'email,name\r\nada@example.com,Ada\r\n'.repeat(20_000)}minjun@example.com,김민준\r\n`;

  expect(await read(encode(text, 'cp949'))).toBe(text);
});
