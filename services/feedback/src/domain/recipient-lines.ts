import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { type OutcomeMap, outcomeNames, outcomesIn } from './outcome-map.ts';

export const exportFormats = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Who stands at a place of a snapshot. */
export interface Person {
  readonly contactId: string;
  readonly address: string;
  /** The import by which they joined the list. */
  readonly importId?: string | undefined;
}

/** A chunk of a snapshot, in the order of the offsets. Who cannot be read is undefined. */
export interface PeopleOfChunk {
  readonly chunk: number;
  readonly people: readonly (Person | undefined)[];
}

/** What an exported file begins with. */
export const headOf = (format: ExportFormat): string =>
  format === 'csv'
    ? BYTE_ORDER_MARK + csvLine(['chunk', 'offset', 'contactId', 'address', 'importId', ...outcomeNames])
    : '';

/** A line for each recipient of a chunk: who it is, and what happened to the mail. */
export const linesOf = (format: ExportFormat, outcomes: OutcomeMap, { chunk, people }: PeopleOfChunk): string => {
  const outcomesAt = outcomesIn(outcomes, chunk);
  const lineOf = format === 'csv' ? asCsv : asJson;
  return people.map((person, offset) => lineOf({ chunk, offset, person, answers: outcomesAt(offset) })).join('');
};

interface Line {
  readonly chunk: number;
  readonly offset: number;
  readonly person: Person | undefined;
  /** To the questions of the report, in their order. */
  readonly answers: readonly boolean[];
}

const asCsv = ({ chunk, offset, person, answers }: Line): string => {
  const { contactId = '', address = '', importId = '' } = person ?? {};
  const marks = answers.map((answer) => (answer ? '1' : '0'));
  return csvLine([String(chunk), String(offset), contactId, address, importId, ...marks]);
};

const asJson = ({ chunk, offset, person, answers }: Line): string => {
  const outcomes = outcomeNames.filter((_, n) => answers[n]);
  return `${JSON.stringify({ chunk, offset, ...person, outcomes })}\n`;
};
