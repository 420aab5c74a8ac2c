import type { Page } from 'playwright-core';

import { measureLoads } from '../../../../scripts/bench/console/measure-loads.ts';
import { barriersOn, EVERY_BARRIER } from './harness/accessibility.ts';
import { type ConsoleUnderTest, givenConsole, picture, type Visit } from './harness/console-under-test.ts';
import { untilShown } from './harness/until-shown.ts';
import { givenWorld, type World } from './harness/world.ts';

const PAGES: Readonly<Record<string, (world: World) => string>> = {
  home: () => '/',
  campaigns: () => '/campaigns',
  'campaign-new': () => '/campaigns/new',
  'campaign-draft': ({ draftId }) => `/campaigns/${draftId}`,
  'campaign-sent': ({ campaignId }) => `/campaigns/${campaignId}`,
  senders: () => '/campaigns/senders',
  run: ({ runId }) => `/runs/${runId}`,
  templates: () => '/content',
  'template-gallery': () => '/content/new',
  template: ({ templateId }) => `/content/templates/${templateId}`,
  pictures: () => '/content/pictures',
  files: () => '/content/files',
  lists: () => '/audience',
  list: ({ listId }) => `/audience/lists/${listId}`,
  'import-choose': ({ listId }) => `/audience/lists/${listId}/import`,
  import: ({ importId }) => `/audience/imports/${importId}`,
  contacts: () => '/audience/contacts',
  contact: ({ contactId }) => `/audience/contacts/${contactId}`,
  segments: () => '/audience/segments',
  'segment-new': () => '/audience/segments/new',
  segment: ({ segmentId }) => `/audience/segments/${segmentId}`,
  forms: () => '/audience/forms',
  'form-new': () => '/audience/forms/new',
  form: ({ formId }) => `/audience/forms/${formId}`,
  reports: () => '/reports',
  report: ({ runId }) => `/reports/${runId}`,
  'report-mail': ({ runId }) => `/reports/${runId}?part=mail`,
  'report-links': ({ runId }) => `/reports/${runId}?part=links`,
  'report-parts': ({ runId }) => `/reports/${runId}?part=parts`,
  'report-readers': ({ runId }) => `/reports/${runId}?part=readers`,
  'report-recipients': ({ runId }) => `/reports/${runId}?part=recipients`,
  compare: () => '/reports/compare',
  operations: () => '/operations',
  rate: () => '/operations/rate',
  events: () => '/operations/events',
  audit: () => '/operations/audit',
  keys: () => '/operations/keys',
};

const LOOKS = [
  { look: 'desk', language: 'en', scheme: 'light', width: 1_440 },
  { look: 'night', language: 'ko', scheme: 'dark', width: 1_440 },
  { look: 'phone', language: 'ko', scheme: 'light', width: 390 },
  { look: 'phone-night', language: 'en', scheme: 'dark', width: 390 },
] as const;

let sut: ConsoleUnderTest;
let world: World;

beforeAll(async () => {
  sut = await givenConsole(8_400);
  world = await givenWorld(sut.client);
}, 900_000);

afterAll(() => sut?.stop());

describe.each(LOOKS)('the console on a $look', ({ look, ...how }) => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await sut.visit('administrator', '/', how);
  });

  afterAll(() => visit?.page.context().close());

  it.each(Object.entries(PAGES))('has no barriers on the page %s', async (name, pathIn) => {
    const { page, complaints } = visit;
    await page.goto(`${sut.gateway}${pathIn(world)}`);
    await untilShown(page);
    await picture(page, `${name}-${look}`);

    expect(await barriersOn(page, EVERY_BARRIER)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(complaints()).toEqual([]);
  });
});

describe('the header', () => {
  it('changes the language by keyboard, without loading the page anew, and gives the focus back', async () => {
    const { page, complaints } = await sut.visit('administrator', '/audience', { language: 'en' });
    await page.evaluate('globalThis.isSamePage = true');
    await page.getByRole('button', { name: 'Language' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'English' }).and(page.locator(':focus')).waitFor();
    expect(await barriersOn(page, EVERY_BARRIER)).toEqual([]);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: '수신자' }).waitFor();
    await page.getByRole('button', { name: '언어' }).and(page.locator(':focus')).waitFor();
    expect(await page.evaluate('[globalThis.isSamePage, document.documentElement.lang]')).toEqual([true, 'ko']);
    expect(complaints()).toEqual([]);
    await page.context().close();
  });

  it('leaves the words of the other language where they are until somebody wants them', async () => {
    const { page } = await sut.visit('viewer', '/audience', { language: 'ko' });
    await untilShown(page);

    const words = await page.evaluate(
      `performance.getEntriesByType('resource').map(({ name }) => /words-(\\w+-\\w+)/.exec(name)?.[1]).filter(Boolean)`,
    );

    expect(words).toEqual(['start-ko', 'audience-ko']);
    await page.context().close();
  });
});

describe('the home page', () => {
  it('tells `pnpm bench console` when it is complete, and what it has loaded', async () => {
    const [load] = await measureLoads(sut.browser, { gateway: sut.gateway, rounds: 1, say: () => {} });

    expect(load?.scripts).toContainEqual(expect.stringMatching(/^\/assets\/.+\.js$/));
  });
});

/** By how many pixels the page is wider than the window: whoever reads must not scroll to the side. */
const overflowOf = async (page: Page): Promise<unknown> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
