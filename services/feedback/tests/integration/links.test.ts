import { DynamoLinkClicks } from '../../src/adapters/dynamo-link-clicks.ts';
import { DynamoRunLinks } from '../../src/adapters/dynamo-run-links.ts';
import { positionsIn } from '../../src/domain/bitmap.ts';
import type { LinkBitmap } from '../../src/domain/link-clicks.ts';
import { numberOfLink } from '../../src/domain/run-links.ts';
import { startTable, TABLE } from '../table.ts';

let table: Awaited<ReturnType<typeof startTable>>;
let runs = 0;
const newRun = () => `run_${(runs += 1)}`;

beforeAll(async () => {
  table = await startTable();
});

afterAll(() => table.stop());

const shown = ({ visitor, link, block, bitmap }: LinkBitmap) =>
  `${visitor} ${link}/${block}: ${[...positionsIn(bitmap)].join()}`;

describe('clicks of links in the table', () => {
  it('are read block by block, and those of the hasty for themselves', async () => {
    const clicks = new DynamoLinkClicks(table.db, TABLE);
    const runId = newRun();
    const happened = [
      { link: 126, visitor: 'person', block: 10, positions: [6_999] },
      { link: 3, visitor: 'machine', block: 9, positions: [1] },
      { link: 3, visitor: 'person', block: 9, positions: [2, 2] },
      { link: 4, visitor: 'hasty', block: 9, positions: [5] },
      { link: 4, visitor: 'hasty', block: 10, positions: [6] },
      { link: 4, visitor: 'hasty', block: 11, positions: [7] },
      { link: 3, visitor: 'person', block: 9, positions: [1] },
    ] as const;

    for (const added of happened) await clicks.add({ runId, ...added });

    const blocks: string[][] = [];
    for await (const same of clicks.of(runId)) blocks.push(same.map(shown));
    expect(blocks).toEqual([['machine 3/9: 1', 'person 3/9: 1,2'], ['person 126/10: 6999']]);
    expect((await clicks.hasty(runId, { from: 10 })).map(shown)).toEqual(['hasty 4/10: 6', 'hasty 4/11: 7']);
    expect((await clicks.hasty(runId, { from: 9, to: 9 })).map(shown)).toEqual(['hasty 4/9: 5']);
    expect((await clicks.hasty(runId, { from: 0, to: 9 })).map(shown)).toEqual(['hasty 4/9: 5']);
    expect(await clicks.hasty(newRun(), { from: 0 })).toEqual([]);
  });

  it('lose nobody when several write the same bitmap at once', async () => {
    const clicks = new DynamoLinkClicks(table.db, TABLE);
    const place = { runId: newRun(), link: 0, visitor: 'person', block: 0 } as const;

    await Promise.all([1, 2, 3, 4].map((position) => clicks.add({ ...place, positions: [position] })));

    const blocks: string[] = [];
    for await (const same of clicks.of(place.runId)) blocks.push(...same.map(shown));
    expect(blocks).toEqual(['person 0/0: 1,2,3,4']);
  });
});

describe('links in the table', () => {
  it('have one number, whoever numbers them at once', async () => {
    const runId = newRun();
    const linkOf = (n: number) => `https://books.example/${n}`;
    const several = Array.from({ length: 4 }, () => new DynamoRunLinks(table.db, TABLE));

    const known = await Promise.all(
      several.map((runLinks, n) => runLinks.number(runId, [linkOf(n), linkOf(n + 1), linkOf(0)])),
    );

    const stored = await new DynamoRunLinks(table.db, TABLE).of(runId);
    expect(stored.toSorted()).toEqual([0, 1, 2, 3, 4].map(linkOf));
    for (const [n, links] of known.entries()) {
      expect(numberOfLink(links, linkOf(n + 1))).toBe(stored.indexOf(linkOf(n + 1)));
    }
  });
});
