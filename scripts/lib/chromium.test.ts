import { findChromium } from './chromium.ts';

it('takes the first browser that is there', () => {
  expect(findChromium(['/nowhere/chromium', process.execPath])).toBe(process.execPath);
});

it('says what to install where there is none', () => {
  expect(() => findChromium(['/nowhere/chromium'])).toThrow('apt-get install chromium');
});
