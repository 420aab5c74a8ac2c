import { emptyBitmap, including, positionsIn } from './bitmap.ts';
import { figuresOfBlock, type LinkBitmap, outcomesOfHasty } from './link-clicks.ts';

const clicks = (link: number, visitor: LinkBitmap['visitor'], ...positions: readonly number[]): LinkBitmap => ({
  link,
  visitor,
  block: 2,
  bitmap: including(emptyBitmap, positions),
});
const read = (links: readonly LinkBitmap[]) =>
  outcomesOfHasty(links).map(({ kind, block, bitmap }) => [kind, block, [...positionsIn(bitmap)]]);

describe('the hasty', () => {
  it('are people who clicked, as long as they follow a link or two', () => {
    expect(read([clicks(0, 'hasty', 5, 6), clicks(1, 'hasty', 5)])).toEqual([['clicked', 2, [5, 6]]]);
  });

  it('are machines if they follow three links or more', () => {
    const links = [0, 1, 2].map((link) => clicks(link, 'hasty', 5, ...(link === 0 ? [6] : [])));

    expect(read(links)).toEqual([
      ['clicked', 2, [6]],
      ['clicked_by_machine', 2, [5]],
    ]);
  });

  it('have followed a link once, whether it is noted, folded or both', () => {
    expect(read([0, 0, 0, 1].map((link) => clicks(link, 'hasty', 5)))).toEqual([['clicked', 2, [5]]]);
  });

  it('are nobody else', () => {
    expect(read([clicks(0, 'person', 1), clicks(0, 'machine', 2)])).toEqual([]);
  });
});

describe('the figures of a link', () => {
  it('are people, and those for whom only a machine has come', () => {
    const figures = figuresOfBlock([
      clicks(0, 'person', 1, 2),
      clicks(0, 'machine', 2, 3),
      clicks(7, 'machine', 9),
      clicks(0, 'hasty', 1, 4),
    ]);

    expect([...figures]).toEqual([
      [0, { clicks: 3, machine: 1 }],
      [7, { clicks: 0, machine: 1 }],
    ]);
  });

  it('count a scanner as a machine at each of its links, and a person after it as a person', () => {
    const scanner = [0, 1, 2].map((link) => clicks(link, 'hasty', 5));

    expect([...figuresOfBlock([...scanner, clicks(1, 'person', 5)])]).toEqual([
      [0, { clicks: 0, machine: 1 }],
      [1, { clicks: 1, machine: 0 }],
      [2, { clicks: 0, machine: 1 }],
    ]);
  });
});
