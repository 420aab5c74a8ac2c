import { liquidFilters, liquidFindings, liquidTags } from './liquid-findings.ts';

it('says at which line and column of the author’s own text Liquid cannot be read', () => {
  const mjml = '<mjml>\n  <mj-body>\n    {% foo %}\n  </mj-body>\n</mjml>';

  expect(liquidFindings('html', mjml)).toEqual([{ line: 3, column: 5, message: 'tag "foo" not found' }]);
});

it('finds what is wrong only when it is filled in', () => {
  expect(liquidFindings('html', '<p>{{ name | upcas }}</p>')).toMatchObject([{ line: 1 }]);
});

it('has nothing to say about good Liquid', () => {
  expect(liquidFindings('subject', '{% if name %}{{ name | upcase }}{% else %}Hello{% endif %}')).toEqual([]);
});

it('knows the filters and tags that the service knows, and not those that read files', () => {
  expect(liquidFilters()).toEqual(expect.arrayContaining(['default', 'date', 'upcase']));
  expect(liquidTags()).toContain('if');
  expect(liquidTags()).not.toContain('include');
});
