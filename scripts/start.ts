import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from './lib/environment.ts';
import { residentMegabytes } from './lib/memory.ts';
import { type Platform, startPlatform } from './lib/platform.ts';
import { buildWebApp } from './lib/web-app.ts';
import { listServices } from './lib/workspace.ts';

const HELP = `Starts the platform on this machine: AWS's services on 127.0.0.1, ours on top, and the console in your browser.

  pnpm start                          all services
  pnpm start campaigns audience       only these, and console, which is told of every change

  LOCAL_CLOUD_PORT=5500 pnpm start    other ports (about thirty, from this one on; default 4500)
  LOCAL_HOSTS=each pnpm start         one process per service instead of one for all
  LOCAL_LOG=verbose pnpm start        show every call and everything that handlers print

Ctrl-C stops everything; a second Ctrl-C kills it.
`;

const MS_PER_SECOND = 1_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const chooseServices = (wanted: readonly string[]): readonly string[] => {
  const services = listServices();
  const unknown = wanted.find((name) => !services.includes(name));
  if (unknown !== undefined) throw new Error(`There is no service "${unknown}"; there are ${services.join(', ')}.`);

  // Whatever changes something tells console who did it, and fails where nobody hears that.
  return wanted.length > 0 ? [...new Set([...wanted, 'console'])] : services;
};

const banner = ({ gateway, mailbox, issuer, services, logFolder }: Platform): string => {
  const seconds = (performance.now() / MS_PER_SECOND).toFixed(1);
  const megabytes = residentMegabytes(process.pid);

  return `
  Ready in ${seconds} s${megabytes === undefined ? '' : `, ${megabytes} MB`}

  API       ${gateway}/api/<service>/…   (${services.join(', ')})
  Mailbox   ${mailbox}
  Token     curl -s ${issuer}/token -d grant_type=client_credentials -d client_id=me -d client_secret=local
  Logs      ${shortest(logFolder)}
`;
};

/** Names a folder as people below it would. */
const shortest = (folder: string): string => {
  const path = relative(process.cwd(), folder);

  return path.startsWith('..') ? folder : path;
};

const start = async (wanted: readonly string[]): Promise<void> => {
  const { basePort, hosts } = readSettings();
  const services = chooseServices(wanted);
  const building = services.includes('console') ? buildInBackground() : undefined;
  const platform = await startPlatform({ basePort, hosts, services });
  say(banner(platform));
  const wait = building?.isDone() === false ? '   (being built: the page shows it as soon as it is there)' : '';
  const open = building === undefined ? '' : `\n  Open      ${platform.gateway}${wait}\n`;
  await platform.untilStopped((line) => say(`  Stop      ${line}\n${open}`));
};

/** Nobody waits for it: until it is there, its address shows a page that loads it. */
const buildInBackground = (): { readonly isDone: () => boolean } => {
  let isDone = false;
  const tell = (words: string) =>
    say(`${words}\n\n  The console could not be built: mend that, and start again. Everything else runs.\n`);
  void buildWebApp()
    .then((built) => built.kind === 'failed' && tell(built.output))
    .catch((error: unknown) => tell(String(error)))
    .finally(() => {
      isDone = true;
    });

  return { isDone: () => isDone };
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) say(HELP);
  else await start(positionals);
};

await main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
