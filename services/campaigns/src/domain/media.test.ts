import { checkFileName, checkMedia, isPicture, MOST_FILE_BYTES } from './media.ts';

const pdf = { fileName: 'list.pdf', contentType: 'application/pdf', bytes: 1_000 };
const kindOf = (changed: Partial<typeof pdf>) => {
  const checked = checkMedia({ ...pdf, ...changed });
  return checked.ok ? 'fine' : checked.problem.kind;
};

it.each(['list.pdf', '가을 목록 (최종).pdf', 'Überblick.tar.gz', 'no ending', 'شكرا.png', "it's 100% – “new”.csv"])(
  'takes a name as people give them: %s',
  (fileName) => {
    expect(kindOf({ fileName })).toBe('fine');
  },
);

it.each([
  ['nothing', ''],
  ['only spaces', '   '],
  ['only dots, which is a folder', '..'],
  ['a line end', 'a\r\nBcc: eve@example.com.pdf'],
  ['a control character', 'a\u0000.pdf'],
  ['writing turned around', 'invoice\u202Efdp.exe'],
  ['a hidden mark of direction', 'a\u200F.pdf'],
  ['a folder', '../a.pdf'],
  ['a folder of Windows', 'c:\\a.pdf'],
  ['an encoded word, which mail programs decode', '=?utf-8?B?cnVuLmV4ZQ==?='],
  ['half a character', 'a\uD83D.pdf'],
  ['too many characters', `${'a'.repeat(200)}.pdf`],
])('refuses a name of %s', (_, fileName) => {
  expect(kindOf({ fileName })).toBe('file_name_unusable');
});

it.each(['run.exe', 'RUN.EXE', 'a.pdf.js', 'macro.VBS', 'a.ps1xml', 'a.exe.', 'a.exe ', 'a.exe .', 'a.exe. .'])(
  'refuses what SES would refuse in every mail: %s',
  (fileName) => {
    expect(checkFileName(fileName)).toMatchObject({ ok: false, problem: { kind: 'file_type_refused' } });
  },
);

it.each([
  'pdf',
  'application/',
  'application/pdf; name=x',
  'multipart/mixed',
  'message/rfc822',
  'text/javascript',
  'a/b\r\nX: y',
])('refuses the type %j', (contentType) => {
  expect(kindOf({ contentType })).toBe('content_type_refused');
});

it.each([0, MOST_FILE_BYTES + 1])('refuses a file of %i bytes', (bytes) => {
  expect(kindOf({ bytes })).toBe('file_size_unusable');
});

it('shows the pictures that mail programs show', () => {
  expect(
    ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml', 'application/pdf'].map((contentType) =>
      isPicture({ contentType }),
    ),
  ).toEqual([true, true, true, false, false]);
});
