import { checkContent, checkFields, MOST_CONTENT_BYTES, MOST_FIELDS } from './template.ts';

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

  it.each(['Hello\u0000', 'Hello\u001B[31m', 'Hello\u0085', 'Hello \uD83D'])(
    'refuses a subject with a character that no header can have: %j',
    (subject) => {
      expect(checkContent({ subject, html: '<p/>' })).toEqual({
        ok: false,
        problem: { kind: 'subject_has_control_character' },
      });
    },
  );

  it('counts bytes, not characters', () => {
    const korean = '가'.repeat(Math.ceil(MOST_CONTENT_BYTES / 3) + 1);

    expect(checkContent({ subject: 'a', html: korean })).toEqual({ ok: false, problem: { kind: 'content_too_large' } });
  });

  it('counts what the HTML was compiled from, too', () => {
    const half = 'a'.repeat(MOST_CONTENT_BYTES / 2);
    const content = { subject: 'a', html: half, source: { format: 'mjml', text: `${half}a` } } as const;

    expect(checkContent(content)).toEqual({ ok: false, problem: { kind: 'content_too_large' } });
  });
});

describe('checkFields', () => {
  it('takes the names that a list can have', () => {
    expect(checkFields(['name', '이름', 'a'.repeat(64)]).ok).toBe(true);
  });

  it.each(['', 'a'.repeat(65)])('refuses a name that no list can have: %j', (field) => {
    expect(checkFields(['name', field])).toEqual({ ok: false, problem: { kind: 'field_name_unusable', field } });
  });

  it('refuses more fields than a run can ask for', () => {
    const fields = Array.from({ length: MOST_FIELDS + 1 }, (_, n) => `field_${n}`);

    expect(checkFields(fields)).toEqual({ ok: false, problem: { kind: 'too_many_fields' } });
  });
});
