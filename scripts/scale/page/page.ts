import { type Figures, last, team } from '../figures.ts';
import { grouped } from '../markdown.ts';
import { memoryMbOf, stacks } from '../stacks.ts';
import { basis, left, priceTable } from './basis.ts';
import { demandsOn, demandsTable } from './demands.ts';
import { breaksTable } from './hundred-million.ts';
import { engagementBatch, limitedIn, limitsTable, manifestSize } from './limits-table.ts';
import { mendsOf } from './mends.ts';
import { idleSentence, keepingSentence, monthTable } from './small-team.ts';
import { costs, functions, messages, overview, writes } from './ten-million.ts';

const PARAGRAPH = '\n\n';

const inShort = (figures: Figures): string => {
  const demands = demandsOn(figures);
  const missed = demands.filter(({ isMet }) => !isMet);
  if (missed.length === 0) return ['Every demand of the design is met.', demandsTable(demands)].join(PARAGRAPH);
  return [
    `**${missed.length} of ${demands.length} demands of the design are missed.**`,
    demandsTable(demands),
    'Why, and what would mend it:',
    mendsOf(figures, demands),
  ].join(PARAGRAPH);
};

const costsOfRun = (
  figures: Figures,
): string => `\`all\`: SES tells of everything. \`bounces\`: of bounces and complaints only; opens, clicks and deliveries are not known then, doubt
after a crash is never sent again, and the run waits five minutes after each of its first waves.

${costs(figures)}`;

const load = (figures: Figures): string =>
  [
    messages(figures),
    functions(figures),
    `A sender has ${memoryMbOf('dispatch', 'sendChunk')} MB. While it waits for its slots it is paid for: at low rates that is nearly all of \`sendChunk\`.`,
    writes(figures),
  ].join(PARAGRAPH);

const limitsOfRun = async (figures: Figures): Promise<string> => {
  const { chunks } = last(figures.all).plan;
  const { engagementBatchSize } = stacks.folding;
  return `${limitsTable(await limitedIn(figures))}

The manifest of the snapshot has ${manifestSize(chunks)}; it is an object and has no limit. Of ${grouped(engagementBatchSize)} opens and clicks that may be folded at once
${grouped(engagementBatch())} fit into the 6 MB that a function is handed.`;
};

const smallTeam = (
  figures: Figures,
): string => `${grouped(team.contacts)} contacts, ${team.campaigns} campaigns a month, ${team.rate} mails a second.

${monthTable(figures)}

${idleSentence()} ${keepingSentence()}`;

const HEAD = `<!-- Made by \`pnpm scale\` (scripts/scale). Do not edit: change the code or an assumption, and run it again. -->

# Ten million recipients: time, load, cost

A simulation on paper and in code. What it rests on stands [at the end](#what-it-rests-on).`;

/** The whole page. */
export const renderPage = async (figures: Figures): Promise<string> => {
  const sections = {
    'In short': inShort(figures),
    'A run of ten million': overview(figures),
    'What it costs': costsOfRun(figures),
    'Messages, functions, writes': load(figures),
    Limits: await limitsOfRun(figures),
    'A small team': smallTeam(figures),
    'A hundred million: what breaks first': breaksTable(figures),
    'What it rests on': [basis(), left()].join(PARAGRAPH),
    Prices: priceTable(),
  };
  const written = Object.entries(sections).map(([title, text]) => `## ${title}${PARAGRAPH}${text}`);
  return `${[HEAD, ...written].join(PARAGRAPH)}\n`;
};
