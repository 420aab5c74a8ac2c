/** What may be the matter with an address that is possible: nobody in particular reads it, or nobody will for long. */
export interface Doubts {
  readonly role: boolean;
  readonly disposable: boolean;
}

/** Contacts of a file, each once, by what may be the matter with them. They are imported all the same. */
export interface Doubtful {
  readonly role: number;
  readonly disposable: number;
}
