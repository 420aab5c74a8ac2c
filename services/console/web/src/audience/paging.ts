/** The page parameter of an infinite query that is asked for the first page. */
export const FIRST_PAGE = '';

/** `limit` and `cursor` as every list of the services takes them. */
export const pageAt = (limit: number, cursor: string) => ({ limit, ...(cursor !== FIRST_PAGE && { cursor }) });

export const nextOf = ({ cursor }: { readonly cursor?: string | undefined }): string | undefined => cursor;
