import { markOf, sentTwice } from './sent-twice.ts';

const mark = (position: number, messageId: string) => ({ position, mark: markOf(messageId) });

describe('sentTwice', () => {
  it('finds a recipient with two different mails', () => {
    expect(sentTwice([mark(7, 'a'), mark(8, 'a'), mark(7, 'b')])).toEqual([7]);
  });

  it('finds nothing in the same mail told twice', () => {
    expect(sentTwice([mark(7, 'a'), mark(7, 'a'), mark(7, 'a')])).toEqual([]);
  });

  it('counts a recipient once, however many mails there are', () => {
    expect(sentTwice([mark(7, 'a'), mark(7, 'b'), mark(7, 'c'), mark(7, 'b')])).toEqual([7]);
  });
});

describe('markOf', () => {
  it('fits into 32 bits and tells similar ids apart', () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => `0102019a5c3f1e20-3f0f4c1e-7a6b-4b9c-8f1e-${n}-000000`);
    const marks = new Set(ids.map(markOf));

    expect(marks.size).toBe(ids.length);
    expect([...marks].every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** 32)).toBe(true);
  });
});
