import type {
  ExportFiles,
  FrozenPeople,
  FrozenSnapshots,
  NewFile,
  RunExport,
  RunExportName,
  RunExportRequest,
  RunExports,
} from '../src/application/run-export/ports.ts';
import type { Person } from '../src/domain/recipient-lines.ts';

export class InMemoryRunExports implements RunExports {
  readonly #all = new Map<string, RunExport>();

  async begin(request: RunExportRequest): Promise<void> {
    this.#all.set(nameOf(request), { ...request, status: 'building' });
  }

  async find(name: RunExportName): Promise<RunExport | undefined> {
    return this.#all.get(nameOf(name));
  }

  async note(name: RunExportName, state: Parameters<RunExports['note']>[1]): Promise<void> {
    const known = this.#all.get(nameOf(name));
    if (known === undefined) return;
    const { runId, exportId, format, at } = known;
    this.#all.set(nameOf(name), { runId, exportId, format, at, ...state });
  }
}

const nameOf = ({ runId, exportId }: RunExportName): string => `${runId}/${exportId}`;

/** Files in memory, there once they are closed. */
export class InMemoryExportFiles implements ExportFiles {
  readonly files = new Map<string, string>();
  readonly created: string[] = [];

  create({ exportId, format }: RunExportRequest): NewFile {
    const key = `${exportId}.${format}`;
    this.created.push(key);
    let written = '';
    return {
      add: async (text) => void (written += text),
      close: async () => {
        this.files.set(key, written);
        return key;
      },
    };
  }

  async linkTo({ key }: Parameters<ExportFiles['linkTo']>[0]): Promise<string> {
    return `https://bucket.example/${key}`;
  }
}

/** Snapshots of runs, by chunk. A chunk that is undefined cannot be read; of the others, so many recipients were frozen. */
export const snapshotsWith = (
  runs: Readonly<Record<string, readonly (readonly (Person | undefined)[] | undefined)[]>>,
): FrozenSnapshots => ({
  find: async (runId): Promise<FrozenPeople | undefined> => {
    const chunks = runs[runId];
    return (
      chunks && {
        chunks: chunks.map((people, chunk) => ({ chunk, recipients: people?.length ?? 3 })),
        read: async (chunk) => chunks[chunk],
        pick: async (chunk, offsets) =>
          new Map(
            offsets.flatMap((offset) => {
              const found = chunks[chunk]?.[offset];
              return found === undefined ? [] : [[offset, found] as const];
            }),
          ),
      }
    );
  },
});
