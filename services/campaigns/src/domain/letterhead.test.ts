import { onLetterhead } from './letterhead.ts';

const content = { subject: '11월 소식', html: '<body><p>a</p></body>' };

it.each([
  ['11월 소식', '(광고) 11월 소식'],
  ['(광고) 11월 소식', '(광고) 11월 소식'],
  [' (광고)11월 소식', ' (광고)11월 소식'],
  ['{{ name }}님, 소식', '(광고) {{ name }}님, 소식'],
])('%s is sent as %s', (subject, labelled) => {
  expect(onLetterhead({ ...content, subject }, { subjectLabel: '(광고)' }).subject).toBe(labelled);
});

it('ends the letter with the footer, as text', () => {
  const footerText = 'Bulkhead & <Sons>\nSeoul';

  const { html, text } = onLetterhead({ ...content, text: 'a\n' }, { footerText });

  expect(html).toMatch(/^<body><p>a<\/p><p style="[^"]*">Bulkhead &amp; &lt;Sons&gt;<br>Seoul<\/p><\/body>$/);
  expect(text).toBe('a\n\nBulkhead & <Sons>\nSeoul\n');
});

it('puts the footer before the last end of a body, or at the end where there is none', () => {
  const footerText = '$& $1';

  const [twice, none] = ['<code></body></code></body></html>', '<p>a'].map(
    (html) => onLetterhead({ ...content, html }, { footerText }).html,
  );

  expect(twice).toMatch(/^<code><\/body><\/code><p [^>]*>\$&amp; \$1<\/p><\/body><\/html>$/);
  expect(none).toMatch(/^<p>a<p [^>]*>\$&amp; \$1<\/p>$/);
});

it.each([
  '<body>a</body><!-- </body> -->',
  '{% if b %}<body>a</body>{% else %}<body>b</body>{% endif %}',
  '<body>a{% comment %}</body>{% endcomment %}',
])('leaves the footer out for nobody: %s', (html) => {
  const framed = onLetterhead({ ...content, html }, { footerText: 'Seoul' }).html;

  expect(framed.startsWith(html)).toBe(true);
  expect(framed.slice(html.length)).toMatch(/^<p [^>]*>Seoul<\/p>$/);
});

it('is not slowed down by a letter of ends', () => {
  const html = `${'</body>'.repeat(40_000)}${'a'.repeat(60_000)}</body`;

  const framed = onLetterhead({ ...content, html }, { footerText: 'Seoul' }).html;

  expect(framed.indexOf('Seoul')).toBeGreaterThan(7 * 39_999);
});

it('writes no text where the author wrote none', () => {
  expect(onLetterhead(content, { footerText: 'Seoul' })).not.toHaveProperty('text');
});

it('leaves a letter alone whose sender has neither', () => {
  expect(onLetterhead(content, {})).toEqual(content);
});
