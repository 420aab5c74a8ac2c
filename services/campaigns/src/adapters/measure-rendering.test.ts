import { measureRendering } from './measure-rendering.ts';

const plain = { subject: 'Hello {{ name }}', html: '<p>{{ name }}</p>', text: '{{ name }}' };
const loop = '{% for i in (1..20000) %}{{ i }}{% endfor %}';

it('tells a mail that loops from one that does not', () => {
  const quick = measureRendering(plain, ['name']);
  const slow = measureRendering({ ...plain, html: loop }, ['name']);

  expect(slow).toBeGreaterThan(quick);
});

it('looks into what is there only for somebody whose fields are known', () => {
  const html = `{% if name %}${loop}{% endif %}`;

  const [known, unknown] = [measureRendering({ ...plain, html }, ['name']), measureRendering({ ...plain, html }, [])];

  expect(known).toBeGreaterThan(unknown);
});

it('takes what cannot be read for nothing', () => {
  expect(measureRendering({ ...plain, html: '{% foo %}' }, [])).toBeLessThan(1_000);
});
