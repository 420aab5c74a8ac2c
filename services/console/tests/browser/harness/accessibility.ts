import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

const axeSource = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const Violations = z.array(
  z.object({
    id: z.string(),
    impact: z.nullable(z.string()),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string() })),
  }),
);

type Impact = string | null;

const GRAVE: readonly Impact[] = ['serious', 'critical'];
/** What is no barrier, but a detour, too. */
export const EVERY_BARRIER: readonly Impact[] = [...GRAVE, 'moderate'];

/** What axe finds on a page against WCAG 2.2 AA that is serious or critical, or what is asked for: a line for each, with the first place. */
export const barriersOn = async (page: Page, impacts = GRAVE): Promise<readonly string[]> => {
  await page.evaluate(await axeSource);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)`,
  );
  return z
    .parse(Violations, found)
    .filter(({ impact }) => impacts.includes(impact))
    .map(({ id, help, nodes }) => `${id}: ${help} at ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`);
};
