import { replacePicture, setProperty } from './set-property.ts';

/** A part of a mail that keeps what is said of it. */
const givenPart = (said: Readonly<Record<string, string>>) => {
  const attributes = new Map(Object.entries(said));
  return {
    getAttributes: () => Object.fromEntries(attributes),
    addAttributes: (more: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(more)) attributes.set(name, value);
    },
    removeAttributes: (names: readonly string[]) => {
      for (const name of names) attributes.delete(name);
    },
    set: () => undefined,
  };
};

it('does not say of a picture what another showed, and tells what that was', () => {
  const part = givenPart({ src: 'https://here.example/cup.png', alt: 'A cup of &quot;coffee&quot;', width: '600px' });

  const before = replacePicture(part, 'https://here.example/boat.png');

  expect(before).toBe('A cup of "coffee"');
  expect(part.getAttributes()).toEqual({ src: 'https://here.example/boat.png', width: '600px' });
});

it('leaves what is said of a picture that stays', () => {
  const part = givenPart({ src: 'https://here.example/cup.png', alt: 'A cup' });

  expect(replacePicture(part, 'https://here.example/cup.png')).toBe('');
  expect(part.getAttributes()).toEqual({ src: 'https://here.example/cup.png', alt: 'A cup' });
});

it('says nothing at all where a property is emptied', () => {
  const part = givenPart({ align: 'left' });

  setProperty(part, 'align', '');

  expect(part.getAttributes()).toEqual({});
});
