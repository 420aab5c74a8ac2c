import { readFile } from 'node:fs/promises';

import { computeFigures, type Figures, last } from './figures.ts';
import { crowdedHistory, historyEvents } from './history.ts';
import { limits, musts } from './limits.ts';
import { type Demand, demandsOn } from './page/demands.ts';
import { limitedIn } from './page/limits-table.ts';
import { renderPage } from './page/page.ts';
import { withSelections } from './page/selections.ts';
import { planRun } from './run-plan.ts';

/** Simulating the waves of a dozen hours takes seconds. */
const PATIENCE_MS = 300_000;

let figures: Figures;
let page: string;

beforeAll(async () => {
  figures = await computeFigures();
  page = await renderPage(figures);
}, PATIENCE_MS);

describe('docs/scale.md', () => {
  it('says what the code of today comes to; if not, run `pnpm scale`', async () => {
    const written = await readFile(new URL('../../docs/scale.md', import.meta.url), 'utf8');

    expect(written).toBe(page);
  });

  it('says plainly, before anything else, which demands of the design are missed', () => {
    const missed = demandsOn(figures).filter(({ isMet }) => !isMet);
    const top = page.slice(0, page.indexOf('## A run of ten million'));

    const said = missed.filter(({ label, figure }) => top.includes(label) && top.includes(figure));

    expect(said).toEqual(missed);
    expect(top.match(/\*\*missed\*\*/g) ?? []).toHaveLength(missed.length);
    expect(top.match(/_Mend_: \S/g) ?? []).toHaveLength(missed.length);
  });
});

describe('docs/deploy.md', () => {
  it('says what events cost today; if not, run `pnpm scale`', async () => {
    const written = await readFile(new URL('../../docs/deploy.md', import.meta.url), 'utf8');

    expect(written).toBe(withSelections(written, figures));
  });
});

describe('a run of ten million', () => {
  it.each<Demand['name']>(['waves', 'history'])('meets the demand on its %s', (name) => {
    const demand = demandsOn(figures).find((each) => each.name === name);

    expect(demand).toMatchObject({ isMet: true });
  });

  it('stays under every limit of AWS that it could meet', async () => {
    const limited = await limitedIn(figures);

    expect(limited.filter(({ value, limit }) => value > limit)).toEqual([]);
  });

  it('releases every chunk, and settles doubt in one last wave', () => {
    const { plan } = last(figures.all);
    const released = plan.waves.filter(({ final }) => !final).flatMap(({ chunks }) => chunks);

    expect(released).toEqual(Array.from({ length: plan.chunks }, (_, chunk) => chunk));
    expect(plan.waves.filter(({ final }) => final)).toEqual([last(plan.waves)]);
  });

  it('sends within the rate', () => {
    const shares = [...figures.all, figures.team.all].map(({ rateUsed }) => rateUsed);

    // The first slots of a wave are there at once.
    expect(Math.max(...shares)).toBeLessThan(1.01);
  });
});

describe('the history of an execution', () => {
  it('holds as many waves as a run may have, each after a wait and a hold', () => {
    expect(crowdedHistory(musts.waves)).toBeLessThan(limits.historyEvents);
  });

  it('grows by the waits of a run that hears nothing of its canary', () => {
    const [heard, unheard] = [planRun(1_000_000, true, 300), planRun(1_000_000, false, 300)];

    expect(unheard.waits).toBeGreaterThan(heard.waits);
    expect(historyEvents(unheard)).toBeGreaterThan(historyEvents(heard));
  });
});
