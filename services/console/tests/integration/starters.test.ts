import { engineFor } from '@bulkhead/liquid';

import { compileMjml } from '../../web/src/content/mail/compile-mjml.ts';
import { hintsOf } from '../../web/src/content/mail/hints.ts';
import { STARTERS } from '../../web/src/content/starters/starter.ts';
import { starterIn } from '../../web/src/content/starters/starters.ts';

const ORIGIN = 'https://console.example.org';
const GMAIL_CLIPS_AT = 102 * 1_024;
const both = STARTERS.flatMap((name) => (['en', 'ko'] as const).map((language) => ({ name, language })));

beforeAll(() => {
  // The compiler is made for browsers: it looks for one thing of theirs, its own global object.
  Reflect.set(globalThis, 'window', globalThis);
});

describe.each(both)('the starter $name in $language', ({ name, language }) => {
  const { subject, mjml } = starterIn(name, language, ORIGIN);

  it('is MJML without a mistake', async () => {
    expect((await compileMjml(mjml)).findings).toEqual([]);
  });

  it('is Liquid that can be sent, whether or not somebody’s name is known', async () => {
    const { html } = await compileMjml(mjml);
    const rendered = (fields: Record<string, string>) => String(engineFor('html').parseAndRenderSync(html, fields));

    expect(rendered({})).not.toMatch(/\{\{|\{%/);
    expect(rendered({ name: 'Ada <3' })).not.toContain('Ada <3');
    expect(engineFor('subject').parseAndRenderSync(subject, {})).toMatch(/\S/);
  });

  it('lets people leave, says what pictures show, fits into Gmail and has dark colours', async () => {
    const { html } = await compileMjml(mjml);
    const used = engineFor('html').globalVariablesSync(engineFor('html').parse(html));

    expect(used).toContain('unsubscribe_url');
    expect(html).not.toMatch(/<img(?![^>]*\balt="[^"]+")/);
    expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_CLIPS_AT);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain(`lang="${language}"`);
  });

  it('asks nobody else for anything: its pictures are at the console', async () => {
    const { html } = await compileMjml(mjml);
    const sources = [...html.matchAll(/(?:src|background)="([^"]+)"|url\(["']?([^"')]+)/g)].map(
      ([, source, url]) => source ?? url,
    );

    expect(sources.filter((source) => !source?.startsWith(`${ORIGIN}/starters/`))).toEqual([]);
  });

  it('gives no spam filter a reason, but for links that are to be filled in', async () => {
    const { html } = await compileMjml(mjml);
    const hints = hintsOf({ subject, html, text: '' }).map(({ hint }) => hint);

    expect(hints.filter((hint) => hint !== 'placeholder_links')).toEqual([]);
  });
});
