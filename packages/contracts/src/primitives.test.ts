import * as z from 'zod/mini';

import { id } from './index.ts';

/** What SES takes as the name or value of a tag. */
const TAG = /^[A-Za-z0-9_-]{1,256}$/;
const isId = (text: string): boolean => z.safeParse(id(), text).success;

describe('an id of ours', () => {
  it('is made of the characters that SES takes in a tag, and of all of them', () => {
    const characters = Array.from({ length: 0x3_000 }, (_, code) => String.fromCodePoint(code));

    expect(characters.filter(isId)).toEqual(characters.filter((character) => TAG.test(character)));
  });

  it.each(['', 'a b', 'run_1\n', 'a.b', '한글', 'a'.repeat(41), 'a:b'])('is never %j', (text) => {
    expect(isId(text)).toBe(false);
  });
});
