import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Source, unusedWords } from './unused-words.ts';

const texts: Source = {
  path: 'home/texts.ts',
  text: `export const useHomeTexts = defineTexts('home', {
  en: {
    title: 'Home',
    'step.one': 'Begin',
    'step.two': 'Go on',
    members_one: 'One',
    members_other: 'Many',
  },
  ko: {
    title: '홈',
  },
});
`,
};

const page = (body: string): Source => ({ path: 'home/page.tsx', text: `const t = useHomeTexts();\n${body}` });

describe('words that nothing says', () => {
  it('are those that no file with their hook names', () => {
    const unused = unusedWords([texts, page("t('title'); t('members', { count: 2 });")]);

    expect(unused).toEqual(['home/texts.ts: step.one', 'home/texts.ts: step.two']);
  });

  it('are not those whose beginning is named', () => {
    const unused = unusedWords([texts, page("t('title'); t('members', { count: 2 }); t(`step.${step}`);")]);

    expect(unused).toEqual([]);
  });

  it('are not those that stand somewhere, where the key comes from elsewhere', () => {
    const steps: Source = { path: 'home/steps.ts', text: "export const STEPS = ['step.one', 'step.two', 'members'];" };

    const unused = unusedWords([texts, page('t(step)'), steps]);

    expect(unused).toEqual(['home/texts.ts: title']);
  });

  it('are not said by another feature that has a word of the same name', () => {
    const other: Source = { path: 'content/page.tsx', text: "const t = useContentTexts(); t('title');" };

    const unused = unusedWords([texts, page("t('members'); t(`step.${step}`);"), other]);

    expect(unused).toEqual(['home/texts.ts: title']);
  });

  it('are none of this app', async () => {
    const app = join(import.meta.dirname, '../src');
    const files = (await readdir(app, { recursive: true })).filter(
      (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
    );
    const sources = await Promise.all(
      files.map(async (path) => ({ path, text: await readFile(join(app, path), 'utf8') })),
    );

    const unused = unusedWords(sources);

    expect(unused).toEqual([]);
  });
});
