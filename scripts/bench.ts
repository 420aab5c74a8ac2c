import { parseArgs } from 'node:util';
import { benchConsole } from './bench/console/bench-console.ts';
import { benchDispatch } from './bench/dispatch/bench-dispatch.ts';
import { benchFeedback } from './bench/feedback/bench-feedback.ts';
import { benchImport } from './bench/import/bench-import.ts';
import { benchRate } from './bench/rate/bench-rate.ts';
import { benchSnapshot } from './bench/snapshot/bench-snapshot.ts';
import { readSettings } from './lib/environment.ts';

const HELP = `Measures, and prints what it measured. The last line is one JSON object.

  pnpm bench dispatch                       sends per CPU-second, write units and memory of a sender
  pnpm bench dispatch --recipients 20000    a shorter run (default 100000)
  pnpm bench rate                           share of SES's rate that 1, 4 and 16 senders use, at 14, 300 and 2,000 a second
  pnpm bench rate --answer 100              the same while SES takes 100 ms to answer (default 30)
  pnpm bench rate --senders 16              only sixteen senders (default 1,4,16)
  pnpm bench snapshot                       contacts per second, memory and requests of a snapshot from a local table
  pnpm bench snapshot --contacts 100000     a smaller list (default 1000000)
  pnpm bench snapshot --segment             the same while a segment says who is taken
  pnpm bench feedback                       events of SES folded per CPU-second, write units by size of batch, and a row for each event
  pnpm bench feedback --recipients 20000    a smaller run (default 100000)
  pnpm bench import                         rows per CPU-second and memory of imports, beside other readers of .xlsx and .csv
  pnpm bench import --rows 100000           smaller files (default 1000000, at most 1048576)
  pnpm bench console                        the JavaScript of the console's first page, and how soon a browser can use it (needs chromium)
  pnpm bench console --rounds 3             fewer loads (default 7)

docs/benchmarks.md says what is measured, and how.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    recipients: { type: 'string', default: '100000' },
    answer: { type: 'string', default: '30' },
    senders: { type: 'string', default: '1,4,16' },
    rows: { type: 'string', default: '1000000' },
    contacts: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    segment: { type: 'boolean', default: false },
  },
});
const [what] = positionals;

if (values.help === true || what === undefined) {
  process.stdout.write(HELP);
} else if (what === 'dispatch') {
  await benchDispatch({ recipients: Number(values.recipients) });
} else if (what === 'rate') {
  await benchRate({ answerMs: Number(values.answer), senders: values.senders.split(',').map(Number) });
} else if (what === 'snapshot') {
  await benchSnapshot({ contacts: Number(values.contacts), segment: values.segment });
} else if (what === 'feedback') {
  await benchFeedback({ recipients: Number(values.recipients) });
} else if (what === 'import') {
  await benchImport({ rows: Number(values.rows) });
} else if (what === 'console') {
  await benchConsole({ basePort: readSettings().basePort, rounds: Number(values.rounds) });
} else {
  process.stderr.write(`There is no benchmark "${what}".\n\n${HELP}`);
  process.exitCode = 1;
}
