import type { ContactExport, ExportContact } from '../export-contact.ts';
import type { Asked, ExportName, Exports, Holdings, Mailing, PersonExport } from './ports.ts';

interface Needs {
  readonly exports: Pick<Exports, 'find'>;
  readonly exportContact: ExportContact;
}

/** Everybody who has to answer before an export is whole. */
const ASKED: readonly Asked[] = ['dispatch', 'feedback'];

export interface ShownExport {
  readonly at: string;
  /** Whose answers are not, or not all, there yet. */
  readonly missing: readonly ('audience' | Asked)[];
  readonly ours: ContactExport;
  readonly mailings: readonly Mailing[];
  readonly theirs: ReadonlyMap<Asked, Holdings>;
}

export type ShowExport = (name: ExportName) => Promise<ShownExport | undefined>;

/** What has been gathered of a person so far. What audience holds itself is shown as it is now. */
export const makeShowExport =
  ({ exports, exportContact }: Needs): ShowExport =>
  async (name) => {
    const [gathered, ours] = await Promise.all([exports.find(name), exportContact(name.contactId)]);
    if (gathered === undefined || ours === undefined) return undefined;
    return {
      at: gathered.at,
      missing: missingIn(gathered),
      ours,
      mailings: gathered.parts?.flat() ?? [],
      theirs: new Map(ASKED.map((service) => [service, joined(gathered, service)])),
    };
  };

const missingIn = ({ parts, answers }: PersonExport): ShownExport['missing'] => {
  if (parts === undefined) return ['audience', ...ASKED];
  return ASKED.filter((asked) =>
    parts.some((_, n) => !answers.some(({ service, part }) => service === asked && part === n + 1)),
  );
};

/** The lists of all parts, each list of one name in the order of the parts. */
const joined = ({ answers }: PersonExport, asked: Asked): Holdings => {
  const parts = answers.filter(({ service }) => service === asked).toSorted((one, other) => one.part - other.part);
  const names = new Set(parts.flatMap(({ holdings }) => Object.keys(holdings)));
  return Object.fromEntries([...names].map((name) => [name, parts.flatMap(({ holdings }) => holdings[name] ?? [])]));
};
