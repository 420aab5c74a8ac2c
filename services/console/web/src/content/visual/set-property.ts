import { valueForCanvas, valueShown } from './canvas-values.ts';

/** A part of a mail, as far as it is needed of the canvas's `Component`. */
interface Part {
  readonly getAttributes: () => Readonly<Record<string, string | undefined>>;
  readonly addAttributes: (attributes: Record<string, string>) => unknown;
  readonly removeAttributes: (names: string[]) => unknown;
  readonly set: (name: 'src', value: string) => unknown;
}

/** What its author has written of one property; nothing where it is not said. */
export const propertyOf = (part: Pick<Part, 'getAttributes'>, name: string): string =>
  valueShown(part.getAttributes()[name] ?? '');

/** Says one property of a part of a mail anew; nothing at all where the value is empty. */
export const setProperty = (part: Part, name: string, value: string): void => {
  const written = valueForCanvas(value);
  // The canvas keeps the address of a picture beside its attributes, and puts it back over them whenever it draws.
  if (name === 'src') part.set('src', written);
  if (value === '') part.removeAttributes([name]);
  else part.addAttributes({ [name]: written });
};

/**
 * Puts another picture in the place of one. The words that stood for that one would tell whoever sees no pictures of something that is
 * not there: they go, and are answered, since they may be true of the new one as well, which only its author knows.
 */
export const replacePicture = (part: Part, address: string): string => {
  const before = propertyOf(part, 'src');
  setProperty(part, 'src', address);
  if (address === '' || address === before) return '';
  const words = propertyOf(part, 'alt');
  setProperty(part, 'alt', '');
  return words;
};
