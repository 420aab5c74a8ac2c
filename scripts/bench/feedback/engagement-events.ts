import { chanceOf } from './chance-of.ts';
import type { Happening, Visit } from './happenings.ts';

const LINKS = 12;
/** A scanner follows so many links, one after the other. */
const LINKS_OF_SCANNER = 6;

/** Who opens and clicks in the hours after, from all over the run: 30 % and 3 %, some of them machines; and scanners, of 1 %. */
export const engagementEvents = (recipients: number): readonly Happening[] =>
  Array.from({ length: recipients }, (_, recipient) => {
    const at = chanceOf(`when ${recipient}`) * recipients;
    const opens = opensOf(recipient).map((visit): Happening => ({ eventType: 'Open', recipient, at, visit }));
    const clicks = clicksOf(recipient).map(
      (visit, n): Happening => ({
        eventType: 'Click',
        recipient,
        at: at + 20 * (n + 1),
        visit,
      }),
    );
    return [...opens, ...clicks];
  })
    .flat()
    .sort((a, b) => a.at - b.at);

/** One open in three is Apple's, and one in five of these people opens too. */
const opensOf = (recipient: number): readonly Visit[] => {
  if (chanceOf(`open ${recipient}`) >= 0.3) return [];
  const isApple = chanceOf(`apple ${recipient}`) < 1 / 3;
  const isPerson = !isApple || chanceOf(`after apple ${recipient}`) < 0.2;
  return [...(isApple ? [{ by: 'machine' } as const] : []), ...(isPerson ? [{ by: 'person' } as const] : [])];
};

/** People follow one link or two, one in six of them at once; scanners half a dozen. */
const clicksOf = (recipient: number): readonly Visit[] => {
  const isScanned = chanceOf(`scanner ${recipient}`) < 0.01;
  const scanned = Array.from(
    { length: isScanned ? LINKS_OF_SCANNER : 0 },
    (_, link) => ({ by: 'hasty', link }) as const,
  );
  const drawn = chanceOf(`click ${recipient}`);
  if (drawn >= 0.03) return scanned;

  const first = Math.floor(chanceOf(`link ${recipient}`) * LINKS);
  const by = drawn < 0.005 ? 'hasty' : 'person';
  const second = drawn > 0.02 ? [{ by, link: (first + 1) % LINKS } as const] : [];
  return [...scanned, { by, link: first }, ...second];
};
