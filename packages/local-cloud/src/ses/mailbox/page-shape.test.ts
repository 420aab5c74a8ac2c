import { isMessage, isSummary } from './page/answer-shapes.ts';
import { either, isNull, isNumber, isText, listOf, objectOf, orMissing, recordOf } from './page/shape.ts';

const isName = objectOf<{ readonly name: string; readonly age: number | undefined }>({
  name: isText,
  age: orMissing(isNumber),
});

describe('a shape', () => {
  it.each([
    ['a text', isText, 'a', 1],
    ['a number', isNumber, 1, '1'],
    ['nothing or a text', either(isText, isNull), null, undefined],
    ['a list', listOf(isText), ['a'], ['a', 1]],
    ['a record', recordOf(isText), { a: 'b' }, { a: 1 }],
    ['an object', isName, { name: 'Ann', age: 1 }, { name: 'Ann', age: '1' }],
    ['an object without what may be missing', isName, { name: 'Ann', more: true }, { age: 1 }],
    ['an object, not nothing', isName, { name: 'Ann' }, null],
  ])('knows %s', (...[, isKnown, value, other]) => {
    expect(isKnown(value)).toBe(true);
    expect(isKnown(other)).toBe(false);
  });
});

describe('an answer of the mailbox', () => {
  it.each([
    ['message', isMessage],
    ['summary', isSummary],
  ])('that is a problem is no %s', (_, isAnswer) => {
    expect(isAnswer({ title: 'Not Found', status: 404, detail: 'No such message.' })).toBe(false);
  });
});
