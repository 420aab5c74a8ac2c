import Handlebars from 'handlebars';

import { cutTemplate, joinPieces } from '../../../services/dispatch/src/adapters/splice/cut-template.ts';
import { handlebarsNewsletter, liquidNewsletter } from './newsletter.ts';

const fields = {
  first_name: 'Ann',
  last_name: 'Lee',
  city: 'Paris',
  customer: '17',
  unsubscribe_url: 'https://x.example/u',
};

it.each([
  ['with points', { ...fields, points: '12' }],
  ['without points', fields],
  ['without a name', { city: 'Paris' }],
])('asks the same of both stacks: %s', (_, scope) => {
  const ours = cutTemplate('html', liquidNewsletter.html);
  const usual = Handlebars.compile(handlebarsNewsletter.html);

  expect(joinPieces(ours.fixed, ours.fill(scope))).toBe(usual(scope));
});
