import * as z from 'zod/mini';

import { CursorUnreadable, decodeCursor, encodeCursor, openCursor } from './cursor.ts';

describe('a cursor', () => {
  it('gives back the key that it hides', () => {
    const key = { pk: 'LIST#lst_1', sk: '민준', n: 7 };

    expect(decodeCursor(encodeCursor(key))).toEqual(key);
  });

  it('fits into a URL as it is', () => {
    expect(encodeCursor({ pk: '>>>???~~~', sk: 'ÿÿÿ' })).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('is not there on the last page', () => {
    expect(encodeCursor(undefined)).toBeUndefined();
    expect(decodeCursor(undefined)).toBeUndefined();
  });

  it.each(['', 'not a cursor', 'eyJwayI6', Buffer.from('[1]').toString('base64url'), encodeCursor({ pk: { S: 'x' } })])(
    'is nothing when it is not one of ours: %j',
    (given) => {
      expect(decodeCursor(given)).toBeUndefined();
    },
  );
});

describe('openCursor', () => {
  const Mark = z.object({ sk: z.string() });

  it('says where the next page begins, and nothing for the first page', () => {
    expect(openCursor(Mark, encodeCursor({ sk: 'lst_1' }))).toEqual({ sk: 'lst_1' });
    expect(openCursor(Mark, undefined)).toBeUndefined();
  });

  it.each(['', 'mine', encodeCursor({ sk: 7 }), encodeCursor({ pk: 'x' })])(
    'does not begin again for a cursor that is none of ours: %j',
    (given) => {
      expect(() => openCursor(Mark, given)).toThrow(CursorUnreadable);
    },
  );
});
