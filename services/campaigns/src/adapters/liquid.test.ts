import { LiquidjsChecker } from './liquid-checker.ts';
import { LiquidjsRenderer } from './liquid-renderer.ts';

const checker = new LiquidjsChecker();
const renderer = new LiquidjsRenderer();
const check = (html: string, subject = 'Hello') => checker.check({ subject, html });
const render = (html: string, fields: Record<string, string> = {}) =>
  renderer.render({ subject: 'Hello', html }, fields);

describe('checking a template', () => {
  it('finds the merge fields of all parts, in any script', () => {
    const content = {
      subject: '{{ name }}님께',
      html: '{% if city == "서울" %}{{ 이름 | default: "친구" }}{% endif %}',
      text: '{{ name }} {{ coupon }}',
    };

    expect(checker.check(content)).toEqual({ fields: ['city', 'coupon', 'name', '이름'] });
  });

  it('does not take what the template makes itself for a merge field', () => {
    const html =
      '{% assign a = b %}{% capture c %}{{ d }}{% endcapture %}{% for e in f %}{{ e.x }}{{ forloop.index }}{% endfor %}{{ a }}{{ c }}';

    expect(check(html)).toEqual({ fields: ['b', 'd', 'f'] });
  });

  it.each([
    { html: '<p>\n\n  {% foo %}', line: 3, column: 3, message: 'tag "foo" not found' },
    { html: '<p>\n {{ name | upcas }}', line: 2, column: 2, message: 'undefined filter: upcas' },
    { html: '<p>\n{% if name %}', line: 2, column: 1, message: 'tag {% if name %} not closed' },
    { html: '{{ name ', line: 1, column: 1, message: 'output "{{ name " not closed' },
    { html: 'a\n{% if %}{% endif %}', line: 2, column: 6, message: 'invalid value expression: ""' },
  ])('says where and what: $message', ({ html, line, column, message }) => {
    expect(check(html)).toEqual({ errors: [{ part: 'html', line, column, message }] });
  });

  it('says what is wrong in every part', () => {
    expect(check('{% foo %}', '{% bar %}')).toMatchObject({ errors: [{ part: 'subject' }, { part: 'html' }] });
  });

  it.each([
    { html: 'a\n{% for i in (1..1000000000) %}x{% endfor %}', line: 2, message: 'memory alloc limit exceeded' },
    { html: '{{ "a" | divided_by: "b" | slice: 0, 99999999 }}', line: 1, message: 'memory alloc limit exceeded' },
  ])('refuses what could be sent to nobody: $html', ({ html, line, message }) => {
    expect(check(html)).toEqual({ errors: [{ part: 'html', line, column: 1, message }] });
  });

  it('refuses a subject that is far longer than its template', () => {
    const message = 'a subject of more than 998 characters';

    expect(check('<p/>', '{% for i in (1..200) %}Hello {% endfor %}')).toEqual({
      errors: [{ part: 'subject', line: 1, column: 1, message }],
    });
    expect(check('{% for i in (1..200) %}Hello {% endfor %}')).toEqual({ fields: [] });
  });

  it.each(['include', 'render', 'layout'])('refuses to read other files: {%% %s %%}', (tag) => {
    expect(check(`{% ${tag} "/etc/passwd" %}`)).toMatchObject({
      errors: [{ message: `tag "${tag}" not found`, line: 1, column: 1 }],
    });
  });
});

describe('rendering a template', () => {
  it('renders a missing field empty, or as its default', () => {
    expect(render('<p>{{ name }}|{{ name | default: "friend" }}</p>')).toMatchObject({ html: '<p>|friend</p>' });
  });

  it('escapes values in HTML, and only there', () => {
    const content = { subject: '{{ name }}', html: '{{ name }}|{{ name | raw }}', text: '{{ name }}' };

    expect(renderer.render(content, { name: '<b>&' })).toEqual({
      subject: '<b>&',
      html: '&lt;b&gt;&amp;|<b>&',
      text: '<b>&',
    });
  });

  it('makes the text part from the HTML where the author wrote none', () => {
    const html = '<h1>안녕하세요</h1><p>See <a href="https://example.com/a">this</a></p><img src="x.png">';

    expect(render(html)).toMatchObject({ text: '안녕하세요\n\nSee this <https://example.com/a>' });
  });

  it('makes a text part of HTML whose tags are never closed', () => {
    expect(render(`<p>Hello</p>${'<div>'.repeat(20_000)}`)).toMatchObject({ text: expect.stringMatching(/^Hello/) });
  });

  it('keeps a subject on one line whatever a field brings', () => {
    const content = { subject: 'Hello {{ name }}', html: 'x' };

    expect(renderer.render(content, { name: 'Ada\r\nBcc: eve@example.com' })).toMatchObject({
      subject: 'Hello Ada Bcc: eve@example.com',
    });
  });

  it('does not reach what a field inherits', () => {
    expect(render('{{ name.constructor }}{{ name.__proto__ }}{{ constructor }}', { name: 'Ada' })).toMatchObject({
      html: '',
    });
  });

  it('stops a template that would never end', () => {
    const html = '{% for a in (1..100000) %}{% for b in (1..100000) %}{{ a }}{% endfor %}{% endfor %}';

    expect(render(html)).toMatchObject({ errors: [{ part: 'html', message: expect.stringMatching(/limit/) }] });
  });
});

describe('what a template captures', () => {
  const fields = { name: 'Ada & <Bob>' };
  const shown = (html: string) => {
    const mail = render(`{% capture line %}<b>{{ name }}</b>{% endcapture %}${html}`, fields);
    return 'errors' in mail ? mail.errors : mail.html;
  };
  const line = '<b>Ada &amp; &lt;Bob&gt;</b>';

  it.each([
    ['is put out as it is: its values are escaped already', '{{ line }}', line],
    ['stays so under another name', '{% assign other = line %}{{ other }}', line],
    ['is as it is when it is raw', '{{ line | raw }}', line],
    [
      'is a value like any other once a filter has changed it',
      '{{ line | strip_html }}',
      'Ada &amp;amp; &amp;lt;Bob&amp;gt;',
    ],
    ['can be compared and measured', '{% if line contains "Ada" %}{{ line.size }}{% endif %}', String(line.length)],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  it('lets no field of a contact pose as markup', () => {
    expect(render('{{ line }}', { line: '<script>' })).toMatchObject({ html: '&lt;script&gt;' });
  });
});
