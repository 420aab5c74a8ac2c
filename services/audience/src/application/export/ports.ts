import type { Cause } from '../ports.ts';

/** Where somebody stands in the recipients of a run: what others hold of a mail, they hold under this place. */
export interface Mailing {
  readonly runId: string;
  readonly chunk: number;
  readonly offset: number;
}

/** A service that holds something of persons, and is asked for it. */
export type Asked = 'dispatch' | 'feedback';

/** What a service says that it holds: some lists under names of its own. */
export type Holdings = Readonly<Record<string, readonly unknown[]>>;

export interface ExportName {
  readonly contactId: string;
  readonly exportId: string;
}

export interface ExportAnswer extends ExportName {
  readonly service: Asked;
  /** Of what was asked, from 1. */
  readonly part: number;
  readonly holdings: Holdings;
}

/** What is being gathered of one person. */
export interface PersonExport extends ExportName {
  /** When it was asked for; an instant. */
  readonly at: string;
  /** What the others were asked about, part by part; `undefined` as long as it is being found out. */
  readonly parts: readonly (readonly Mailing[])[] | undefined;
  readonly answers: readonly ExportAnswer[];
}

/** Exports are kept for a week, and go at once with the person they are about. */
export interface Exports {
  begin(request: ExportName & { readonly at: string }): Promise<void>;
  find(name: ExportName): Promise<PersonExport | undefined>;
  /** Fixes what the others are asked about. The first time counts: asking again is asking the same. */
  fix(name: ExportName, parts: readonly (readonly Mailing[])[]): Promise<void>;
  /** Keeps an answer, unless its export is gone by now. Keeping it twice is keeping it once. */
  keep(answer: ExportAnswer): Promise<void>;
}

/** The recipients of a run as they were frozen. */
export interface FrozenRecipients {
  /** The numbers of its chunks, in rows within which ids only grow from chunk to chunk. */
  readonly rows: readonly (readonly number[])[];
  /** `undefined` if the chunk is gone. */
  read(chunk: number): Promise<FrozenChunk | undefined>;
}

export interface FrozenChunk {
  readonly firstId: string;
  readonly lastId: string;
  offsetOf(contactId: string): number | undefined;
}

export interface FrozenSnapshots {
  /** The runs whose recipients are still kept, some at a time. */
  runs(): AsyncIterable<readonly string[]>;
  find(runId: string): Promise<FrozenRecipients | undefined>;
}

export interface ExportCommands {
  gather(request: ExportName & { readonly at: string }, cause: Cause): Promise<void>;
}

export interface ExportAnnouncements {
  exportRequested(
    request: ExportName & {
      readonly at: string;
      readonly part: number;
      readonly parts: number;
      readonly mailings: readonly Mailing[];
    },
    cause: Cause,
  ): Promise<void>;
}
