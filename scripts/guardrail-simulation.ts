import { writeFile } from 'node:fs/promises';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { renderGuardrails } from './guardrail/page.ts';
import { scenarios } from './guardrail/scenarios.ts';
import { summarize, tryOut } from './guardrail/summary.ts';

const HELP = `Sends campaigns to simulated lists, good and bad ones, with the planner, the waves and the guardrails as they are, and
counts how many mails went out before a run held itself, and how often a good run was held.

  pnpm guardrail-simulation                 1,000 runs of each kind of list; writes docs/guardrails.md
  pnpm guardrail-simulation --seeds 50      fewer runs; writes nothing

Exit status 0 only if no run of a good list was held, and hardly any of a bad one was sent to its end. The last line is one JSON object.
`;

const FULL = 1_000;
/** A list with a few too many may have too few of them by chance. */
const MISSED_AT_MOST = 0.01;

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: String(FULL) }, help: { type: 'boolean', short: 'h' } },
});

if (values.help === true) {
  stdout.write(HELP);
} else {
  const seeds = Number(values.seeds);
  if (!Number.isSafeInteger(seeds) || seeds < 1)
    throw new Error(`--seeds must be a whole number, not "${values.seeds}".`);

  const results = scenarios.map((scenario) => {
    const result = tryOut(scenario, seeds);
    const { held, median = 0, p95 = 0 } = result;
    stdout.write(`${result.name}: ${held} of ${seeds} held, after ${median} mails (95 in 100: ${p95})\n`);
    return result;
  });
  if (seeds === FULL) await writeFile(new URL('../docs/guardrails.md', import.meta.url), renderGuardrails(results));
  const summary = summarize(results);
  stdout.write(`${JSON.stringify(summary)}\n`);
  process.exitCode = summary.falseStops === 0 && summary.missed <= summary.badRuns * MISSED_AT_MOST ? 0 : 1;
}
