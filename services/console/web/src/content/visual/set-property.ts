import type { Component } from 'grapesjs';

import { valueForCanvas } from './canvas-values.ts';

type Part = Pick<Component, 'addAttributes' | 'removeAttributes' | 'set'>;

/** Says one property of a part of a mail anew; nothing at all where the value is empty. */
export const setProperty = (part: Part, name: string, value: string): void => {
  const written = valueForCanvas(value);
  // The canvas keeps the address of a picture beside its attributes, and puts it back over them whenever it draws.
  if (name === 'src') part.set('src', written);
  if (value === '') part.removeAttributes([name]);
  else part.addAttributes({ [name]: written });
};
