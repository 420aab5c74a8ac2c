import type { Page } from 'playwright-core';

import { choose, drop, follow, press, write } from './harness/clicks.ts';
import { type ConsoleUnderTest, givenConsole, picture, type Visit } from './harness/console-under-test.ts';
import { givenSendRate } from './harness/send-rate.ts';
import { FREE, fileOf, PAYING, TALES, type Tale } from './harness/tales.ts';
import { unusedName } from './harness/unused-name.ts';
import { type Words, wordsIn } from './harness/words.ts';

/** Slow enough for a run to be held while it is under way, however long a click takes; and for the rest of it. */
const SLOW = 12;
const FAST = 100;
const UNTIL_SENT_MS = 300_000;

let sut: ConsoleUnderTest;

beforeAll(async () => {
  sut = await givenConsole(8_100);
}, 300_000);

afterAll(() => sut?.stop());

interface Told {
  readonly page: Page;
  readonly words: Words;
  readonly tale: Tale;
}

const goTo = async ({ page, words }: Told, section: 'campaigns' | 'content' | 'audience'): Promise<void> => {
  await follow(page.getByRole('navigation', { name: words.app('nav.label') }), words.app(`nav.${section}`));
  await page.getByRole('heading', { level: 1, name: words.app(`nav.${section}`) }).waitFor();
};

const setUpSender = async (told: Told): Promise<void> => {
  const { page, words, tale } = told;
  await goTo(told, 'campaigns');
  await follow(page, words.campaigns('senders'));
  await press(page, words.senders('new'));
  await write(page, words.senders('name'), tale.sender);
  await write(page, words.senders('address'), 'letters@news.example.com');
  await press(page, words.senders('label.advertisement'));
  await press(page, words.shared('save'));
  await page.getByText(tale.sender, { exact: true }).waitFor();
};

const importPeople = async (told: Told, mailbox: string): Promise<void> => {
  const { page, words, tale } = told;
  const { name, plan, notes } = tale.columns;
  await goTo(told, 'audience');
  await press(page, words.lists('new'));
  await write(page, words.lists('new.name'), tale.list);
  await press(page, words.lists('new.make'));
  await follow(page, words.lists('import'));
  const place = page.getByRole('button', { name: words.imports('drop.title'), exact: true });
  await drop(place, { name: `${mailbox}.csv`, text: fileOf(tale, mailbox) });
  await press(page, words.imports('upload.start'));

  await page.getByRole('cell', { name: `${tale.reader} 0`, exact: true }).waitFor();
  await write(page, words.columns('columns.fieldOf', { header: name }), 'name');
  await page.getByLabel(words.columns('columns.asOf', { header: notes })).selectOption('nothing_wanted');
  expect(await page.getByLabel(words.columns('columns.fieldOf', { header: plan })).inputValue()).toBe(plan);
  await press(page, words.columns('start.do'));
  await page.getByRole('status', { name: words.imports('end.finished') }).waitFor();

  expect(await figure(page, words.imports('live.added'))).toBe(String(PAYING + FREE));
  expect(await figure(page, words.imports('live.rejected'))).toBe('1');
};

const figure = (page: Page, label: string): Promise<string | null> =>
  page.locator(`dt:text-is(${JSON.stringify(label)}) + dd`).textContent();

const buildSegment = async (told: Told): Promise<void> => {
  const { page, words, tale } = told;
  await goTo(told, 'audience');
  await follow(page.getByRole('main'), words.audience('segments'));
  await follow(page, words.segments('new'));
  await write(page, words.segments('name'), tale.segment);
  await press(page, words.segments('rule.add'));
  await choose(page, words.segments('rule.field'), tale.columns.plan);
  await write(page, words.segments('rule.value'), tale.paying);
  await page.getByRole('status').getByText(String(PAYING), { exact: true }).waitFor();
  await press(page, words.segments('save'));
  await page.getByRole('heading', { name: tale.segment, level: 1 }).waitFor();
};

const writeTemplate = async (told: Told): Promise<void> => {
  const { page, words, tale } = told;
  await goTo(told, 'content');
  await follow(page, words.templates('new'));
  await follow(page, words.gallery('begin', { name: words.gallery('letter') }));
  await write(page, words.editor('name'), tale.template);
  await press(page, words.editor('create'));
  await page.getByRole('button', { name: words.editor('test') }).waitFor();
};

const planCampaign = async (told: Told): Promise<void> => {
  const { page, words, tale } = told;
  const members = String(PAYING + FREE);
  await goTo(told, 'campaigns');
  await follow(page, words.campaigns('new'));
  await write(page, words.form('name.label'), tale.campaign);
  await choose(page, words.form('sender.label'), `${tale.sender} <letters@news.example.com>`);
  await choose(page, words.form('template.label'), tale.template);
  await choose(page, words.form('audience.lists'), words.form('audience.option', { name: tale.list, members }));
  await choose(page, words.form('audience.segments'), tale.segment);
  await page.getByText(words.form('estimate.exact', { count: PAYING })).waitFor();
  await press(page, words.form('save.new'));
  await untilChecked(told);

  const launch = page.getByRole('button', { name: words.send('now'), exact: true });
  expect(await launch.isDisabled()).toBe(true);
};

/** The starter still leads to example.com, which the checks tell of; its subject has the label of the sender. */
const untilChecked = async ({ page, words }: Told): Promise<void> => {
  await page.getByText(words.checks('verdict.warn')).waitFor();
  await page.getByText(words.checks('name.links'), { exact: true }).waitFor();
  await page.getByText(/^\(광고\) /).waitFor();
};

const launch = async (told: Told): Promise<void> => {
  const { page, words, tale } = told;
  await givenSendRate(sut, SLOW);
  await goTo(told, 'campaigns');
  await follow(page, tale.campaign);
  await press(page, words.form('next'));
  await untilChecked(told);
  await press(page, words.send('now'));
  await page.getByText(words.send('launch.people', { count: PAYING, name: tale.campaign })).waitFor();
  await page.getByRole('checkbox', { name: words.send('launch.warn') }).check();
  await press(page, words.send('launch.confirm', { count: PAYING }));
  await untilScene(told, 'scene.sending');
};

type SceneName = 'scene.sending' | 'scene.held' | 'scene.sent';

const untilScene = ({ page, words }: Told, scene: SceneName): Promise<void> =>
  page.getByRole('heading', { name: words.scenes(scene), exact: true }).waitFor({ timeout: UNTIL_SENT_MS });

const holdAndResume = async (told: Told): Promise<void> => {
  const { page, words } = told;
  const whole = page.getByText(words.runs('progress.label', { done: PAYING, all: PAYING }));
  await press(page, words.deeds('hold'));
  await press(page, words.deeds('hold.confirm'));
  await untilScene(told, 'scene.held');
  expect(await whole.count()).toBe(0);

  await givenSendRate(sut, FAST);
  await press(page, words.deeds('resume'));
  await press(page, words.deeds('resume.confirm'));
  await untilScene(told, 'scene.sent');
  await whole.waitFor();
};

const readReport = async ({ page, words }: Told): Promise<void> => {
  await follow(page, words.runs('report'));
  const account = page.getByRole('alert', { name: words.report('account.whole') });
  await account.waitFor({ timeout: UNTIL_SENT_MS });
  const sum = await account.textContent();

  expect(sum).toContain(`${PAYING} ${words.report('account.snapshot')}`);
  expect(sum).toContain(`=${PAYING} ${words.report('account.accepted')}`);
  for (const other of ['refused', 'suppressed', 'unsent'] as const) {
    expect(sum).toContain(`+0 ${words.report(`account.${other}`)}`);
  }
};

/** People and what is known of them may be there already: they are imported again. */
const withUnusedNames = (tale: Tale): Tale => ({
  ...tale,
  sender: unusedName(tale.sender),
  list: unusedName(tale.list),
  segment: unusedName(tale.segment),
  template: unusedName(tale.template),
  campaign: unusedName(tale.campaign),
});

it.each(['en', 'ko'] as const)(
  'leads from a file to a report that adds up, by clicking, in %s',
  async (language) => {
    const [words, tale] = [await wordsIn(language), withUnusedNames(TALES[language])];
    const told = ({ page }: Visit): Told => ({ page, words, tale });
    const administrator = await sut.visit('administrator', '/', { language });
    await setUpSender(told(administrator));

    const author = await sut.visit('author', '/', { language });
    await importPeople(told(author), `reader-${language}`);
    await buildSegment(told(author));
    await writeTemplate(told(author));
    await planCampaign(told(author));
    await picture(author.page, `journey-checks-${language}`);

    const sender = await sut.visit('sender', '/', { language });
    await launch(told(sender));
    await holdAndResume(told(sender));
    await readReport(told(sender));
    await picture(sender.page, `journey-report-${language}`);

    expect([administrator, author, sender].flatMap(({ complaints }) => complaints())).toEqual([]);
  },
  1_800_000,
);
