import type { Deed } from '../domain/deed.ts';

export interface DeedPageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Deeds before it are left out. */
  readonly from: Date | undefined;
}

export interface DeedPage {
  readonly items: readonly Deed[];
  readonly cursor: string | undefined;
}

/** Who did what. What is in it stays as it is: there is nothing here to change or remove it by. */
export interface DeedLog {
  /** Adds a deed, once: the same one again changes nothing. */
  append(deed: Deed): Promise<void>;
  /**
   * Newest first.
   * @throws CursorUnreadable for a cursor that no page gave out
   */
  page(request: DeedPageRequest): Promise<DeedPage>;
}
