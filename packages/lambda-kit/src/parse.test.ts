import * as z from 'zod/mini';

import { issuesOf, jsonOrUndefined, parseMessage } from './parse.ts';

const Letter = z.object({
  to: z.array(z.object({ address: z.string().check(z.maxLength(5)) })),
  urgent: z.boolean(),
  kind: z.enum(['news', 'invoice']),
});

const brokenBy = (letter: unknown) => {
  const result = z.safeParse(Letter, letter);
  return result.success ? [] : issuesOf(result.error);
};

describe('issuesOf', () => {
  it('names the field and the rule, in English', () => {
    expect(brokenBy({ to: [{ address: 'somewhere' }], urgent: 'very', kind: 'spam' })).toEqual([
      { field: 'to.0.address', rule: 'Too big: expected string to have <=5 characters' },
      { field: 'urgent', rule: 'Invalid input: expected boolean, received string' },
      { field: 'kind', rule: 'Invalid option: expected one of "news"|"invoice"' },
    ]);
  });

  it('says of what is not there that it is missing', () => {
    expect(brokenBy({ to: [], kind: 'news' })).toEqual([{ field: 'urgent', rule: 'is missing' }]);
  });

  it('calls the whole value (root)', () => {
    expect(brokenBy('a letter')).toEqual([
      { field: '(root)', rule: 'Invalid input: expected object, received string' },
    ]);
  });
});

describe('parseMessage', () => {
  it('gives the message without what its contract does not know', () => {
    const body = JSON.stringify({ to: [], urgent: true, kind: 'news', addedLater: 1 });

    expect(parseMessage(Letter, body)).toEqual({ to: [], urgent: true, kind: 'news' });
  });

  it.each([
    ['what is not JSON', 'Dear all', '(root)'],
    ['what breaks the contract', '{"to":[],"kind":"news"}', 'urgent'],
  ])('refuses %s for good, naming fields and never values', (_, body, field) => {
    const parse = () => parseMessage(Letter, body);

    expect(parse).toThrow(
      expect.objectContaining({
        name: 'PermanentError',
        code: 'message_malformed',
        message: expect.stringContaining(field),
      }),
    );
    expect(parse).not.toThrow(body);
  });
});

describe('jsonOrUndefined', () => {
  it('reads JSON and takes everything else for nothing', () => {
    expect(jsonOrUndefined('{"a":1}')).toEqual({ a: 1 });
    expect(jsonOrUndefined('{"a":')).toBeUndefined();
    expect(jsonOrUndefined('')).toBeUndefined();
  });
});
