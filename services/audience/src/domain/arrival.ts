/** The merge fields of a contact. */
export type Fields = Readonly<Record<string, string>>;

/** What an import or a person says of a contact. */
export interface Arrival {
  readonly contactId: string;
  readonly address: string;
  readonly fields: Fields;
}
