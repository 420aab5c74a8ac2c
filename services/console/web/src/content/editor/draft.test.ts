import { bodyOf, draftOf, draftOfStart, isSame, leftAfter, readDraft } from './draft.ts';

const template = {
  templateId: 'tpl_1',
  version: 3,
  name: 'Letter',
  subject: 'Hello',
  fields: ['name'],
  format: 'html' as const,
  html: '<p>Hello</p>',
};

it('edits HTML as HTML, and what was written in MJML as MJML', () => {
  const source = { format: 'mjml', text: '<mjml></mjml>' } as const;

  expect(draftOf(template, '"3"')).toMatchObject({ format: 'html', code: '<p>Hello</p>', version: '"3"' });
  expect(draftOf({ ...template, source }, '"3"')).toMatchObject({ format: 'mjml', code: '<mjml></mjml>' });
});

it('saves what was read, unchanged', () => {
  const whole = {
    ...template,
    text: 'Hello',
    source: { format: 'mjml', text: '<mjml></mjml>' } as const,
    attachments: [{ mediaId: 'med_1' }, { mediaId: 'med_2', fileName: 'Terms.pdf' }],
  };
  const { templateId: _, version: __, fields: ___, format: ____, ...content } = whole;

  expect(bodyOf(draftOf(whole, '"3"'), whole.html)).toEqual(content);
});

it('says nothing of a text part, of files and of a source that are not there', () => {
  expect(bodyOf(draftOf(template, '"3"'), template.html)).toEqual({
    name: 'Letter',
    subject: 'Hello',
    html: '<p>Hello</p>',
  });
});

it('reads again what it has kept, and nothing that it has not', () => {
  const draft = draftOfStart('newsletter', 'ko', 'https://console.example.org');

  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(readDraft({ name: 'an older version of this app' })).toBeUndefined();
});

it.each(['mjml', 'html'])('begins an empty page in the language that was chosen (%s)', (start) => {
  const korean = draftOfStart(start, 'ko', '').code;
  const english = draftOfStart(start, 'en', '').code;

  expect(korean).toContain('lang="ko"');
  expect(korean).toContain('<a href="{{ unsubscribe_url }}">수신거부</a>');
  expect(korean).not.toMatch(/Hello|Unsubscribe/);
  expect(english).toContain('lang="en"');
  expect(english).toContain('<a href="{{ unsubscribe_url }}">Unsubscribe</a>');
});

it('begins with an empty page where it does not know the starter', () => {
  expect(draftOfStart('nothing', 'en', '')).toEqual(draftOfStart('mjml', 'en', ''));
  expect(isSame(draftOfStart('html', 'en', ''), draftOfStart('mjml', 'en', ''))).toBe(false);
});

it('keeps what was written while it was being saved, as a change of what is saved now', () => {
  const sent = draftOf(template, '"3"');

  expect(leftAfter(sent, { ...sent }, '"4"')).toBeUndefined();
  expect(leftAfter(sent, { ...sent, code: '<p>Hello you</p>' }, '"4"')).toEqual({
    ...sent,
    code: '<p>Hello you</p>',
    version: '"4"',
  });
});
