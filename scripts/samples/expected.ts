import { leftBefore, type Row, type SampleSheet } from './people.ts';

/** Enough to tell our sample's mistakes; the service has rules of its own, which this must not borrow. */
const isValid = (address: string): boolean =>
  /^[a-z0-9][a-z0-9.+-]*[a-z0-9]@(example\.(com|net|org)|simulator\.amazonses\.com)$/.test(address);

const normalised = ({ address }: Row): string => address.trim().toLowerCase();

/** What must come of importing rows: figures, and whom to mail by which name. */
const outcomeOf = (rows: readonly Row[]) => {
  const valid = rows.filter((row) => isValid(normalised(row)));
  const people = new Map(valid.map((row) => [normalised(row), row]));
  const recipients = [...people].filter(([address]) => address !== leftBefore);
  const at = (start: string) => recipients.filter(([address]) => address.startsWith(start)).length;
  return {
    rows: rows.length,
    accepted: people.size,
    duplicates: valid.length - people.size,
    rejected: rows.length - valid.length,
    bounces: at('bounce+'),
    complaints: at('complaint+'),
    leftBefore,
    recipients: recipients.map(([address, { name }]) => ({ address, name })),
  };
};

export const expectedOf = (sheets: readonly SampleSheet[], smallList: readonly Row[]) => ({
  xlsx: outcomeOf(sheets.flatMap(({ rows }) => rows)),
  csv: outcomeOf(smallList),
});
