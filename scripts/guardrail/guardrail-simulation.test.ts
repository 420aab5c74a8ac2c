import { readFile } from 'node:fs/promises';

import { manyRuns } from './many-runs.ts';
import { renderGuardrails } from './page.ts';
import { scenarios } from './scenarios.ts';
import { sendList } from './send-list.ts';
import { summarize, tryOut } from './summary.ts';

const listWith = (share: number) => ({
  recipients: 100_000,
  perSecond: 100,
  trouble: { kind: 'hardBounced', share, medianSeconds: 5, sigma: 1.5 } as const,
});

it.each([0.005, 0.02])('sends to everybody on a list with a share of %d invalid addresses', (share) => {
  const { held } = manyRuns(listWith(share), 30);

  expect(held).toBe(0);
});

it.each([
  [0.06, 7_000],
  [0.12, 2_100],
])('holds a run to a list with a share of %d invalid addresses, mostly before %d mails', (share, most) => {
  const { held, seeds, median } = manyRuns(listWith(share), 30);

  expect(held).toBe(seeds);
  expect(median).toBeLessThanOrEqual(most);
});

it('is the same run for the same seed, and another for another', () => {
  const ends = [7, 7, 8].map((seed) => sendList(seed, listWith(0.06)));

  expect(ends[1]).toEqual(ends[0]);
  expect(ends[2]).not.toEqual(ends[0]);
});

it('stops no run for three unlucky mails, and one all of whose mails bounce with its first hundred', () => {
  const hopeless = { ...listWith(0.999), recipients: 50_000 };

  expect(manyRuns({ ...listWith(0.0001), recipients: 30_000 }, 20).held).toBe(0);
  expect(sendList(1, hopeless)).toMatchObject({ isHeld: true, mails: 100 });
});

it('counts runs that were held wrongly, and those that were not held', () => {
  const results = scenarios.filter(({ recipients }) => recipients === 10_000).map((scenario) => tryOut(scenario, 2));

  expect(summarize(results)).toMatchObject({ goodRuns: 4, falseStops: 0, badRuns: 4, missed: 0, runsAtTheLimit: 2 });
});

it('says on its page what the limits are now', async () => {
  const page = await readFile(new URL('../../docs/guardrails.md', import.meta.url), 'utf8');
  const head = (text: string) => text.slice(0, text.indexOf('## Simulated'));

  expect(head(page)).toBe(head(renderGuardrails([])));
});
