import { dollarsOf } from '../bill.ts';
import { type Figures, first, MILLION } from '../figures.ts';
import { money, table } from '../markdown.ts';
import type { Run } from '../run.ts';

/** Between these the table stands in docs/deploy.md. */
const BEGIN = '<!-- what events cost: written by `pnpm scale` -->';
const END = '<!-- up to here -->';

const cost = ({ usage, recipients }: Run): string => money((dollarsOf(usage) / recipients) * MILLION);

/** What each selection of events comes to, for a million mails of a run of ten million at the lowest rate. */
const selectionsTable = ({ all, grave, between }: Figures): string =>
  table(
    ['SES tells of', '$ per million mails, above SES'],
    [
      ['`bounces`: bounces, complaints, rejections', cost(first(grave))],
      ['`receipts`: also that mails were sent', cost(between.receipts)],
      ['`deliveries`: also deliveries and delays', cost(between.deliveries)],
      ['`everything`: also opens and clicks', cost(first(all))],
    ],
  );

/** The text of docs/deploy.md with the table of today. */
export const withSelections = (text: string, figures: Figures): string => {
  const [before, rest] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || rest < before) throw new Error(`docs/deploy.md needs the lines ${BEGIN} and ${END}`);
  return `${text.slice(0, before)}${BEGIN}\n\n${selectionsTable(figures)}\n\n${text.slice(rest)}`;
};
