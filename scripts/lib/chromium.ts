import { existsSync } from 'node:fs';

/** Where distributions put it; the browsers that Playwright would download are not needed. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

/**
 * Where this machine has Chromium, for tests and measurements of the console.
 * @throws if it has none
 */
export const findChromium = (places: readonly string[] = PLACES): string => {
  const found = places.find((place) => existsSync(place));
  if (found === undefined) {
    throw new Error(`There is no Chromium here (${places.join(', ')}). Install it: sudo apt-get install chromium`);
  }
  return found;
};
