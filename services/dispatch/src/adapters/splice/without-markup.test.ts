import { withoutMarkup } from './without-markup.ts';

it.each([
  ['<h1>Hi &amp; hello</h1>\n<p>one<br>two</p><p>three</p>', 'Hi & hello\none\ntwo\nthree'],
  ['<head><title>t</title></head><style>p{}</style><!-- c --><p>a&nbsp;b</p>', 'a b'],
  ['<a href="https://x.example/">more</a> &lt;b&gt; 1 < 2', 'more <b> 1 < 2'],
  ['', ''],
])('reads %j as %j', (html, text) => {
  expect(withoutMarkup(html)).toBe(text);
});
