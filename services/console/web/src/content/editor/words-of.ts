/** What somebody has said a picture shows. */
export interface Words<Picture> {
  readonly alt: string;
  /** The picture that was chosen when it was said; none where it was said before one was chosen. */
  readonly of: Picture | undefined;
}

/** What is said of the picture that is chosen now: not what was said of another one, which comes back with that. */
export const wordsOf = <Picture>({ alt, of }: Words<Picture>, chosen: Picture | undefined): string =>
  of === undefined || chosen === undefined || of === chosen ? alt : '';
