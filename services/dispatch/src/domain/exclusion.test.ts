import { isExcluded } from './exclusion.ts';

const mailTo = (to: string, importId?: string) => ({ mail: { to }, importId });
const exclusion = { domains: ['typos.example'], imports: ['imp_bad'] };

it.each([
  ['an address of the domain', mailTo('ada@typos.example'), true],
  ['an address of the domain in capital letters', mailTo('ada@TYPOS.Example'), true],
  ['an address of a part of the domain', mailTo('ada@mail.typos.example'), false],
  ['an address whose domain ends alike', mailTo('ada@nottypos.example'), false],
  ['an address that only begins like it', mailTo('typos.example@books.example'), false],
  ['somebody of the import', mailTo('ada@books.example', 'imp_bad'), true],
  ['somebody of another import', mailTo('ada@books.example', 'imp_good'), false],
  ['somebody of no import', mailTo('ada@books.example'), false],
])('tells whether %s is left out', (_, addressed, expected) => {
  const answer = isExcluded(exclusion, addressed);

  expect(answer).toBe(expected);
});

it('leaves nobody out where nothing was said', () => {
  const answer = isExcluded(undefined, mailTo('ada@typos.example', 'imp_bad'));

  expect(answer).toBe(false);
});
