import { checkContent, MOST_CONTENT_BYTES } from './template.ts';

describe('checkContent', () => {
  it('takes a letter', () => {
    expect(checkContent({ subject: '안녕하세요 {{ name }}', html: '<p>Hello</p>', text: 'Hello' }).ok).toBe(true);
  });

  it.each(['Hello\nBcc: a@example.com', 'Hello\r\n', 'Hello\u2028there'])(
    'refuses a subject of two lines: %j',
    (subject) => {
      expect(checkContent({ subject, html: '<p/>' })).toEqual({
        ok: false,
        problem: { kind: 'subject_has_line_break' },
      });
    },
  );

  it('counts bytes, not characters', () => {
    const korean = '가'.repeat(Math.ceil(MOST_CONTENT_BYTES / 3) + 1);

    expect(checkContent({ subject: 'a', html: korean })).toEqual({ ok: false, problem: { kind: 'content_too_large' } });
  });
});
