import { argv, env, exit as leave, stderr } from 'node:process';
import { parseArgs } from 'node:util';

import {
  Client,
  givenCampaign,
  givenListLeftBy,
  mailsOf,
  signIn,
  untilReported,
  whenImported,
  whenLaunched,
} from '@bulkhead/e2e';

import { followRun } from './demo/follow.ts';
import { readSample } from './demo/sample.ts';
import { createScreen } from './demo/screen.ts';
import { judge } from './demo/verdict.ts';
import { type Platform, startPlatform } from './lib/platform.ts';
import { buildWebApp } from './lib/web-app.ts';

const HELP = `Starts Bulkhead on this machine, imports samples/newsletter.xlsx and sends a campaign to it.

  npx -y pnpm@12 demo          leaves the platform up afterwards, with the console in your browser; Ctrl-C stops it
  npx -y pnpm@12 demo --exit   stops it; exit status 0 only if the outcome is exactly right;
                               the last line is one JSON object

  LOCAL_CLOUD_PORT             first port, 4500 if not set
`;

const screen = createScreen();

const campaign = async (platform: Platform) => {
  const began = performance.now();
  const sample = await readSample();
  const client = new Client({ gateway: platform.gateway, token: await signIn(platform.issuer) });

  screen.say('\nA list, and one person who has left it before:');
  const listId = await givenListLeftBy(client, sample.leftBefore);
  const imported = await whenImported(client, {
    listId,
    file: sample.file,
    onProgress: ({ status, written, accepted, rejected, duplicates }) =>
      screen.progress('importing', written, accepted, `${status} · ${rejected} rejected · ${duplicates} duplicates`),
  });
  if (imported.status === 'failed') throw new Error(`the import failed: ${JSON.stringify(imported.problem)}`);

  screen.say('A letter with merge fields, a campaign, off it goes:');
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  const run = await followRun(client, runId, screen);
  screen.say('Waiting for the last deliveries, bounces, opens and clicks …');
  const report = await untilReported(client, runId);

  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const mails = await mailsOf(platform.gateway, runId);
  const verdict = await judge({ gateway: platform.gateway, expected: sample.recipients, mails, run, report });
  return { run, report, verdict, seconds };
};

type Outcome = Awaited<ReturnType<typeof campaign>>;

const summaryOf = ({ run, report, verdict, seconds }: Outcome) => ({
  recipients: run.recipients,
  accepted: run.accepted,
  refused: run.refused,
  suppressed: run.suppressed,
  left: run.left,
  delivered: report.delivered,
  bounced: report.bounced,
  complained: report.complained,
  opened: report.opened,
  clicked: report.clicked,
  sentTwice: verdict.sentTwice,
  neverSent: verdict.neverSent,
  seconds,
});

const printReport = (outcome: Outcome): void => {
  screen.say('\nThe report');
  for (const [name, value] of Object.entries(summaryOf(outcome)))
    screen.say(`  ${name.padEnd(11)} ${String(value).padStart(7)}`);
  screen.say('\nChecked against the list and the mailbox');
  for (const [claim, holds] of outcome.verdict.claims) screen.say(`  ${holds ? '✓' : '✗'} ${claim}`);
};

/** What was sent and what came of it can be looked at in the console, built now if it has to be. */
const stayUp = async (platform: Platform): Promise<void> => {
  const built = await buildWebApp();
  if (built.kind === 'failed') screen.say(`${built.output}\nThe console could not be built: mend what is said above.`);
  await platform.untilStopped((line) => screen.say(`\n${line}\n\n  Look at it   ${platform.gateway}\n`));
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    args: argv.slice(2),
    options: { exit: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    screen.say(HELP);
    return 0;
  }
  const platform = await startPlatform({ basePort: Number(env['LOCAL_CLOUD_PORT'] ?? 4_500), hosts: 'one' });
  try {
    const outcome = await campaign(platform);
    printReport(outcome);
    if (!values.exit) await stayUp(platform);
    await platform.stop();
    screen.say(JSON.stringify(summaryOf(outcome)));
    return outcome.verdict.isRight ? 0 : 1;
  } catch (error) {
    screen.settle();
    stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    await platform.stop();
    return 1;
  }
};

leave(await main());
