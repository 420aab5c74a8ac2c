import type {
  Cause,
  ChunkCommands,
  ChunkName,
  ChunkToWrite,
  ImportFiles,
  Imports,
  Page,
  Upload,
  UploadPermit,
  Uploads,
  WrittenChunks,
} from '../application/ports.ts';
import type { Arrival } from '../domain/contact.ts';
import type { Import } from '../domain/import.ts';

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

  async page(listId: string): Promise<Page<Import>> {
    return { items: [...this.#imports.values()].filter((one) => one.listId === listId) };
  }
}

export class InMemoryWrittenChunks implements WrittenChunks {
  readonly #chunks = new Map<string, number>();

  async record({ importId, attempt, chunk }: ChunkName, contacts: number): Promise<void> {
    this.#chunks.set(`${importId} ${attempt} ${chunk}`, contacts);
  }

  async sum(importId: string, attempt: string): Promise<{ readonly chunks: number; readonly contacts: number }> {
    const found = [...this.#chunks].filter(([name]) => name.startsWith(`${importId} ${attempt} `));
    return { chunks: found.length, contacts: found.reduce((sum, [, contacts]) => sum + contacts, 0) };
  }
}

export class InMemoryUploads implements Uploads {
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly replay: number }>();

  async permit(importId: string): Promise<UploadPermit> {
    return { url: `https://uploads.test/${importId}`, method: 'PUT', headers: {} };
  }

  put(importId: string, text: string): void {
    this.#files.set(importId, { bytes: Buffer.from(text), replay: 0 });
  }

  async find(importId: string): Promise<Upload | undefined> {
    const file = this.#files.get(importId);
    return file && { bytes: file.bytes.length, etag: `etag${file.bytes.length}`, replay: file.replay };
  }

  async read(importId: string): Promise<Uint8Array> {
    return this.#files.get(importId)?.bytes ?? new Uint8Array();
  }

  async announceAgain(importId: string, replay: number): Promise<void> {
    this.#files.set(importId, { bytes: await this.read(importId), replay });
  }
}

export class InMemoryImportFiles implements ImportFiles {
  readonly chunks = new Map<string, readonly Arrival[]>();
  readonly rejected = new Map<string, string>();

  async writeChunk({ importId, attempt, chunk }: ChunkName, contacts: readonly Arrival[]): Promise<string> {
    const uri = `s3://test/${importId}/${attempt}/${chunk}`;
    this.chunks.set(uri, contacts);
    return uri;
  }

  async readChunk(uri: string): Promise<readonly Arrival[]> {
    return this.chunks.get(uri) ?? [];
  }

  async writeRejectedRows({ importId, attempt }: Omit<ChunkName, 'chunk'>, csv: string): Promise<string> {
    this.rejected.set(`${importId}/${attempt}`, csv);
    return `${importId}/${attempt}`;
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
