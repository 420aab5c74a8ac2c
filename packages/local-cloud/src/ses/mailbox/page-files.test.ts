import { SourceTextModule } from 'node:vm';
import { readPageFiles, toJavaScript } from './page-files.ts';

const files = readPageFiles();
const scripts = [...files].filter(([name]) => name.endsWith('.js'));

describe('toJavaScript', () => {
  it('leaves out types, and keeps every line and column', () => {
    const typeScript =
      "import { type Word, say } from './words.ts';\nexport const word = (one: Word): string => say(one);";

    const lines = toJavaScript(typeScript).split('\n');

    expect(lines).toEqual([
      "import {            say } from './words.js';",
      'export const word = (one      )         => say(one);',
    ]);
  });

  it('leaves words in a string alone', () => {
    expect(toJavaScript("say('words.ts');")).toBe("say('words.ts');");
  });
});

describe('the files of the page', () => {
  it('are the page, its styles, its picture and its scripts, and nothing that is not for browsers', () => {
    expect([...files.keys()]).toEqual(expect.arrayContaining(['page.html', 'page.css', 'icon.svg', 'page.js']));
    expect([...files.keys()].filter((name) => !/\.(?:html|css|svg|js)$/.test(name))).toEqual([]);
  });

  it.each(scripts)('%s is JavaScript that imports only files of the page', (_, { type, content }) => {
    const imported = [...content.matchAll(/\bfrom '(.*)';$/gm)].map(([, path = '']) => path);

    expect(() => new SourceTextModule(content)).not.toThrow();
    expect(type).toMatch(/^text\/javascript/);
    expect(imported.filter((path) => !files.has(path.replace('./', '')))).toEqual([]);
  });
});
