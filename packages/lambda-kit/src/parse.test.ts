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
  it('names the field and the rule: in English, and so that others can say it', () => {
    expect(brokenBy({ to: [{ address: 'somewhere' }], urgent: 'very', kind: 'spam' })).toEqual([
      { field: 'to.0.address', rule: 'must have at most 5 characters', code: 'too_long', values: { most: 5 } },
      { field: 'urgent', rule: 'must be true or false', code: 'not_yes_or_no' },
      { field: 'kind', rule: 'must be one of news, invoice', code: 'not_among', values: { choices: 'news, invoice' } },
    ]);
  });

  it('says of what is not there that it is missing', () => {
    expect(brokenBy({ to: [], kind: 'news' })).toEqual([{ field: 'urgent', rule: 'is missing', code: 'missing' }]);
  });

  it('calls the whole value (root)', () => {
    expect(brokenBy('a letter')).toEqual([{ field: '(root)', rule: 'must be an object', code: 'not_an_object' }]);
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
