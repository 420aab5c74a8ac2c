import { doubtsAbout } from './address-doubts.ts';

it.each([
  ['ada@example.com', { role: false, disposable: false }],
  ['info@example.com', { role: true, disposable: false }],
  ['postmaster+lists@example.com', { role: true, disposable: false }],
  ['information.ada@example.com', { role: false, disposable: false }],
  ['ada@mailinator.com', { role: false, disposable: true }],
  ['ada@mx.mailinator.com', { role: false, disposable: true }],
  ['ada@notmailinator.com.example', { role: false, disposable: false }],
])('thinks of %s: %j', (address, doubts) => {
  expect(doubtsAbout(address)).toEqual(doubts);
});
