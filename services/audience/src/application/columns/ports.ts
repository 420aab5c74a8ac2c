import type { ColumnMapping } from '../../domain/columns.ts';

/** How the columns of the last file into a list were understood: the next one's are too, if nobody says otherwise. */
export interface RememberedColumns {
  find(listId: string): Promise<ColumnMapping | undefined>;
  /** Remembers what was said at an instant, unless something was said later. */
  remember(listId: string, columns: ColumnMapping, at: string): Promise<void>;
}
