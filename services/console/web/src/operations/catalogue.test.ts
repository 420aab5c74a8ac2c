import { EVENTS, shapeOf, withWords } from './catalogue.ts';

it('knows what every message must look like', () => {
  expect(EVENTS.length).toBeGreaterThan(30);
  expect(EVENTS.filter(({ type }) => !shapeOf(type).includes('"properties"'))).toEqual([]);
});

it('finds messages by all words, wherever they stand', () => {
  const found = withWords(EVENTS, '  Wave dispatch ');

  expect(found.map(({ type }) => type)).toContain('campaign_run.wave_released.v1');
  expect(found.map(({ type }) => type)).not.toContain('contact.erased.v1');
});

it('finds all of them where no word is given', () => {
  expect(withWords(EVENTS, ' ')).toEqual(EVENTS);
});
