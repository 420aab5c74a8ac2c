import { parseArgs } from 'node:util';
import { benchDispatch } from './bench/dispatch/bench-dispatch.ts';
import { benchRate } from './bench/rate/bench-rate.ts';

const HELP = `Measures, and prints what it measured. The last line is one JSON object.

  pnpm bench dispatch                       sends per CPU-second, write units and memory of a sender
  pnpm bench dispatch --recipients 20000    a shorter run (default 100000)
  pnpm bench rate                           share of SES's rate that 1, 4 and 16 senders use, at 14, 300 and 2,000 a second
  pnpm bench rate --answer 100              the same while SES takes 100 ms to answer (default 30)

docs/benchmarks.md says what is measured, and how.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    recipients: { type: 'string', default: '100000' },
    answer: { type: 'string', default: '30' },
  },
});
const [what] = positionals;

if (values.help === true || what === undefined) {
  process.stdout.write(HELP);
} else if (what === 'dispatch') {
  await benchDispatch({ recipients: Number(values.recipients) });
} else if (what === 'rate') {
  await benchRate({ answerMs: Number(values.answer) });
} else {
  process.stderr.write(`There is no benchmark "${what}".\n\n${HELP}`);
  process.exitCode = 1;
}
