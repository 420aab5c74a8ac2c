import type { RememberedColumns } from '../application/columns/ports.ts';
import type { ColumnMapping } from '../domain/columns.ts';

export class InMemoryColumns implements RememberedColumns {
  readonly #remembered = new Map<string, { readonly columns: ColumnMapping; readonly at: string }>();

  async find(listId: string): Promise<ColumnMapping | undefined> {
    return this.#remembered.get(listId)?.columns;
  }

  async remember(listId: string, columns: ColumnMapping, at: string): Promise<void> {
    if ((this.#remembered.get(listId)?.at ?? '') <= at) this.#remembered.set(listId, { columns, at });
  }
}
