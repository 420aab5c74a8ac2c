/** A contact as the index knows it. */
export interface Found {
  readonly contactId: string;
  readonly address: string;
}

/** Whose address begins how. May be a moment old. */
export interface AddressIndex {
  /** The first in the order of addresses, or the first after one of them. */
  find(
    prefix: string,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<readonly Found[]>;
}
