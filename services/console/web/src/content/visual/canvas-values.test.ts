import { compileMjml } from '../mail/compile-mjml.ts';
import { isNotHtml, isOrder, valueForCanvas, valueShown } from './canvas-values.ts';
import { readMjml, writeMjml } from './mjml-tree.ts';

const EVIL = [
  `x"><img src=x onerror=alert(1)><i a="`,
  'x--><img src=x onerror=alert(1)>',
  'x--!><img src=x onerror=alert(1)>',
  'x</style><img src=x onerror=alert(1)>',
];

/** As the plug-in of the canvas writes it. */
const sectionWith = (value: string): string =>
  `<mjml><mj-body><mj-section css-class="${value}"><mj-column width="50${value}" css-class="${value}"><mj-button css-class="${value}">Go</mj-button></mj-column></mj-section></mj-body></mjml>`;

/** What is left for a browser to make elements of: neither comments nor styles nor values. */
const elementsOf = (html: string): string =>
  html
    .replaceAll(/<!--[^]*?--!?>/g, '')
    .replaceAll(/<style[^]*?<\/style>/g, '')
    .replaceAll(/="[^"]*"/g, '=""');

it.each(EVIL)('lets no value become an element: %s', async (value) => {
  Reflect.set(globalThis, 'window', globalThis);

  const { html } = await compileMjml(sectionWith(valueForCanvas(value)));

  expect(html).toContain('onerror');
  expect(elementsOf(html)).not.toContain('onerror');
});

it('shows what was written', () => {
  const written = 'A "quote", a < b --> c & {{ name }}';

  expect(valueShown(valueForCanvas(written))).toBe(written);
});

it('is a mail again once a value with a quote has been set', () => {
  const nodes = readMjml(`<mj-image alt="${valueForCanvas('The "best" one')}"></mj-image>`);

  expect(nodes && writeMjml(nodes)).toBe('<mj-image alt="The &quot;best&quot; one" />\n');
});

it('knows what is for the canvas itself, and what is no HTML', () => {
  expect(['data-gjs-custom-name', 'DATA-GJS-script', 'data-x', 'href'].filter(isOrder)).toEqual([
    'data-gjs-custom-name',
    'DATA-GJS-script',
  ]);
  expect(['mj-button', 'MJML', 'template', 'table', 'b'].filter(isNotHtml)).toEqual(['mj-button', 'MJML', 'template']);
});
