interface Addresses {
  /** Where the world reaches the API if not at `API_URL`; empty if it is the same. */
  readonly PUBLIC_URL: string;
  readonly API_URL: string;
}

/** Where people reach audience. */
export const audienceUrlOf = ({ PUBLIC_URL, API_URL }: Addresses): string =>
  `${(PUBLIC_URL || API_URL).replace(/\/$/, '')}/api/audience`;

/** What stands before the token in every mail. */
export const unsubscribeUrlOf = (addresses: Addresses): string => `${audienceUrlOf(addresses)}/unsubscribe/`;
