import { parseArgs } from 'node:util';

import { benchNamed } from './bench/benches.ts';

const HELP = `Measures, and prints what it measured. The last line is one JSON object.

  pnpm bench dispatch                       sends per CPU-second, write units and memory of a sender
  pnpm bench dispatch --recipients 20000    a shorter run (default 100000)
  pnpm bench dispatch --rounds 2            fewer rounds, a thousand recipients each at least (default 10)
  pnpm bench rate                           share of SES's rate that 1, 4 and 16 senders use, at 14, 300 and 2,000 a second
  pnpm bench rate --answer 100              the same while SES takes 100 ms to answer (default 30)
  pnpm bench rate --senders 16              only sixteen senders (default 1,4,16)
  pnpm bench rate --seconds 1               a try, which shows that it works: so long at each rate, and nothing is judged
  pnpm bench snapshot                       contacts per second, memory and requests of a snapshot from a local table
  pnpm bench snapshot --contacts 100000     a smaller list (default 1000000)
  pnpm bench snapshot --segment             the same while a segment says who is taken
  pnpm bench feedback                       events of SES folded per CPU-second, write units by size of batch, and a row for each event
  pnpm bench feedback --recipients 20000    a smaller run (default 100000)
  pnpm bench import                         rows per CPU-second and memory of imports, beside other readers of .xlsx and .csv
  pnpm bench import --rows 100000           smaller files (default 1000000, from 1000 to 1048576)
  pnpm bench console                        the JavaScript of the console's first page, and how soon a browser can use it (needs chromium)
  pnpm bench console --rounds 3             fewer loads (default 7)

docs/benchmarks.md says what is measured, and how.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    recipients: { type: 'string', default: '100000' },
    rounds: { type: 'string' },
    answer: { type: 'string', default: '30' },
    senders: { type: 'string', default: '1,4,16' },
    seconds: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    contacts: { type: 'string', default: '1000000' },
    segment: { type: 'boolean', default: false },
  },
});
const [what] = positionals;

if (values.help === true || what === undefined) {
  process.stdout.write(HELP);
} else {
  const bench = benchNamed(what);
  if (bench === undefined) {
    process.stderr.write(`There is no benchmark "${what}".\n\n${HELP}`);
    process.exitCode = 1;
  } else {
    await bench(values);
  }
}
