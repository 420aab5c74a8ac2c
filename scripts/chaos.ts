import { exit as leave, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { runChaos } from './chaos/run-chaos.ts';
import type { Chaos } from './chaos/scene.ts';
import { openStage } from './chaos/stage.ts';
import { createScreen } from './demo/screen.ts';
import { readSettings } from './lib/environment.ts';

const HELP = `Sends a campaign on this machine while senders are killed, messages come twice and SES misbehaves;
then compares SES's mailbox with the list.

  pnpm chaos --recipients 20000 --faults 200 --seed 1

The same seed draws the same faults. Exit status 0 only if nobody was mailed twice and nobody was forgotten;
else everything that was done to the run is printed, in order (with --story in any case).
The last line is one JSON object.

  LOCAL_CLOUD_PORT             first port, 4500 if not set
`;

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '20000' },
    faults: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    story: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not "${text}".`);
};

const chaosOn = async (chaos: Chaos): Promise<number> => {
  const screen = createScreen();
  const stage = await openStage(readSettings().basePort);
  try {
    const { figures, isRight, story } = await runChaos(stage, {
      ...chaos,
      onStanding: ({ run, accepted }, faults) =>
        screen.progress('sending', accepted, chaos.recipients, `${run.status} · wave ${run.wave} · ${faults} faults`),
    });
    screen.settle();
    if (!isRight || values.story === true) stderr.write(`${story.join('\n')}\n`);
    stdout.write(`${JSON.stringify(figures)}\n`);
    return isRight ? 0 : 1;
  } finally {
    await stage.close();
  }
};

if (values.help === true) {
  stdout.write(HELP);
} else {
  const status = await chaosOn({
    recipients: wholeNumber('recipients', values.recipients),
    faults: wholeNumber('faults', values.faults),
    seed: wholeNumber('seed', values.seed),
  }).catch((error: unknown) => {
    stderr.write(`chaos: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  });
  leave(status);
}
