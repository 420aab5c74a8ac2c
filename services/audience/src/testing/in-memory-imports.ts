import { uploadKey } from '../adapters/s3-uploads.ts';
import { openFile } from '../adapters/upload/open-file.ts';
import type {
  ChunkCommands,
  ChunkName,
  ChunkToWrite,
  ImportFiles,
  Imports,
  OpenUpload,
  RejectedRowsFile,
  Upload,
  UploadPermit,
  Uploads,
  Written,
  WrittenChunks,
} from '../application/import-ports.ts';
import type { Cause, Page } from '../application/ports.ts';
import type { Import } from '../domain/import.ts';
import type { PlacedArrival } from '../domain/placed-arrival.ts';
import { BytesSource } from './bytes-source.ts';

export class InMemoryImports implements Imports {
  readonly #imports = new Map<string, Import>();

  async add(request: Import): Promise<void> {
    this.#imports.set(request.importId, { ...request, revision: 1 });
  }

  async find(importId: string): Promise<Import | undefined> {
    return this.#imports.get(importId);
  }

  async save(next: Import): Promise<boolean> {
    if (this.#imports.get(next.importId)?.revision !== next.revision) return false;
    this.#imports.set(next.importId, { ...next, revision: next.revision + 1 });
    return true;
  }

  async page(listId?: string): Promise<Page<Import>> {
    return { items: [...this.#imports.values()].filter((one) => listId === undefined || one.listId === listId) };
  }
}

export class InMemoryWrittenChunks implements WrittenChunks {
  readonly #chunks = new Map<string, Written>();

  async record({ importId, attempt, chunk }: ChunkName, written: Written): Promise<void> {
    const name = `${importId} ${attempt} ${chunk}`;
    if (!this.#chunks.has(name)) this.#chunks.set(name, written);
  }

  async sum(importId: string, attempt: string): Promise<Written & { readonly chunks: number }> {
    const found = [...this.#chunks].filter(([name]) => name.startsWith(`${importId} ${attempt} `));
    const sum = (count: (one: Written) => number) => found.reduce((total, [, one]) => total + count(one), 0);
    return { chunks: found.length, contacts: sum((one) => one.contacts), added: sum((one) => one.added) };
  }
}

export class InMemoryUploads implements Uploads {
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly replay: number }>();

  async permit(importId: string, file = 1): Promise<UploadPermit> {
    return { url: `https://uploads.test/${uploadKey(importId, file)}`, method: 'PUT', headers: {} };
  }

  put(importId: string, text: string | Uint8Array, file = 1): void {
    this.#files.set(uploadKey(importId, file), { bytes: Buffer.from(text), replay: 0 });
  }

  async find(importId: string, file = 1): Promise<Upload | undefined> {
    const found = this.#files.get(uploadKey(importId, file));
    return found && { bytes: found.bytes.length, etag: `e${found.bytes.length}`, replay: found.replay };
  }

  /** Opens what was uploaded with the real readers. */
  open: OpenUpload = async ({ importId, file, fileName, format }) => {
    const source = new BytesSource(this.#bytesOf(importId, file));
    const { sheets, isWorkbook, toFetch } = await openFile({ fileName, source, format });
    return { sheets, isWorkbook, extent: () => ({ fetched: source.fetched, toFetch }) };
  };

  async announceAgain(importId: string, replay: number): Promise<void> {
    this.#files.set(uploadKey(importId), { bytes: this.#bytesOf(importId), replay });
  }

  #bytesOf(importId: string, file = 1): Uint8Array {
    return this.#files.get(uploadKey(importId, file))?.bytes ?? new Uint8Array();
  }
}

export class InMemoryImportFiles implements ImportFiles {
  readonly chunks = new Map<string, readonly PlacedArrival[]>();
  readonly rejected = new Map<string, string>();

  async writeChunk({ importId, attempt, chunk }: ChunkName, contacts: readonly PlacedArrival[]): Promise<string> {
    const uri = `s3://test/${importId}/${attempt}/${chunk}`;
    this.chunks.set(uri, contacts);
    return uri;
  }

  async readChunk(uri: string): Promise<readonly PlacedArrival[]> {
    return this.chunks.get(uri) ?? [];
  }

  rejectedRows({ importId, attempt }: Omit<ChunkName, 'chunk'>): RejectedRowsFile {
    const texts: string[] = [];
    return {
      add: async (text) => void texts.push(text),
      close: async () => {
        this.rejected.set(`${importId}/${attempt}`, texts.join(''));
        return `${importId}/${attempt}`;
      },
    };
  }

  async linkToRejectedRows(key: string, fileName: string): Promise<string> {
    return `https://files.test/${key}?as=${fileName}`;
  }
}

/** A queue that keeps what it was sent, so that a test can deliver it: twice, late, or in another order. */
export class RecordingChunkCommands implements ChunkCommands {
  readonly sent: ChunkToWrite[] = [];
  readonly causes: Cause[] = [];

  async write(chunks: readonly ChunkToWrite[], cause: Cause): Promise<void> {
    this.sent.push(...chunks);
    this.causes.push(cause);
  }
}
