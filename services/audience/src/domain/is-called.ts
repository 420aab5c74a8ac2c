interface Named {
  readonly name: string;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether the name of a list or a segment has these words in it, however they are written. */
export const isCalled = ({ name }: Named, wanted: string): boolean => plain(name).includes(plain(wanted.trim()));
