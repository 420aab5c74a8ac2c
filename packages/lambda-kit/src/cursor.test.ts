import { decodeCursor, encodeCursor } from './cursor.ts';

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
