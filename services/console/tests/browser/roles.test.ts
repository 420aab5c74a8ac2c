import type { Locator, Page } from 'playwright-core';

import { includes, ROLES, type Role } from '../../web/src/app/session/role.ts';
import { type ConsoleUnderTest, givenConsole, type Visit } from './harness/console-under-test.ts';
import { forced } from './harness/forced.ts';
import { deedsOn, givenStage, offeredOn, type Stage, stateOf } from './harness/rights.ts';
import { untilShown } from './harness/until-shown.ts';
import { wordsIn } from './harness/words.ts';

const words = await wordsIn('en');

let sut: ConsoleUnderTest;
let stage: Stage;

beforeAll(async () => {
  sut = await givenConsole(8_300);
  stage = await givenStage(sut.client);
}, 600_000);

afterAll(() => sut?.stop());

/** Nothing is being looked up any more that could still change what may be pressed. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${sut.gateway}${path}`);
  await untilShown(page);
  await page.getByText(words.checks('verdict.pending')).waitFor({ state: 'detached' });
};

/** What leads elsewhere is a link, unless it is disabled. */
const named = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }));

const reasonBeside = (page: Page, button: Locator, role: Role): Locator =>
  page
    .getByLabel(words.shared('role.needed', { role: words.shared(`role.${role}`) }), { exact: true })
    .filter({ has: button });

describe.each(ROLES)('the console for the role %s', (role) => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await sut.visit(role, '/');
  });

  afterAll(() => visit?.page.context().close());

  it('offers what may be done, and shows the rest disabled with the reason', async () => {
    const { page, complaints } = visit;
    const seen: unknown[] = [];
    const wanted: unknown[] = [];
    for (const { path, names } of offeredOn(stage)) {
      await open(page, path);
      for (const [name, needs] of names) {
        const button = named(page, name);
        await button.waitFor();
        const hasReason = (await reasonBeside(page, button, needs).count()) > 0;
        seen.push({ name, isEnabled: await button.isEnabled(), hasReason });
        wanted.push({ name, isEnabled: includes(role, needs), hasReason: !includes(role, needs) });
      }
    }

    expect(seen).toEqual(wanted);
    expect(complaints()).toEqual([]);
  });

  it.each(['/operations', '/operations/audit'])('opens %s to administrators only', async (path) => {
    const { page } = visit;
    const isOpen = includes(role, 'administrator');
    const navigation = page.getByRole('navigation', { name: words.app('nav.label') });

    await open(page, path);

    expect(await page.getByText(words.operations('locked.title')).count()).toBe(isOpen ? 0 : 1);
    expect(await navigation.getByRole('link', { name: words.app('nav.operations') }).count()).toBe(isOpen ? 1 : 0);
  });
});

const BELOW = ROLES.filter((role) => role !== 'administrator');

it.each(BELOW)('refuses what the role %s lacks also where a button is forced', async (role) => {
  const { page } = await sut.visit(role, '/');
  const before = await stateOf(sut.client, stage);
  const forbidden = deedsOn(stage).filter(({ needs }) => !includes(role, needs));
  const answers: unknown[] = [];

  for (const { route, body } of forbidden) answers.push({ route, ...(await forced(page, route, body)) });

  const refused = { status: 403, type: 'urn:bulkhead:problem:role_missing' };
  expect(answers).toEqual(forbidden.map(({ route }) => ({ route, ...refused })));
  expect(await stateOf(sut.client, stage)).toEqual(before);
});
