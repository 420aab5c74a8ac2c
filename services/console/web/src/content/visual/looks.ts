import { valueForCanvas } from './canvas-values.ts';
import { type MjmlNode, readMjml, writeMjml } from './mjml-tree.ts';

const withSafeValues = (node: MjmlNode): MjmlNode => ({
  tag: node.tag,
  attributes: node.attributes.map(([name, value]) => [name, valueForCanvas(value)] as const),
  children: 'children' in node ? node.children.map(withSafeValues) : [],
});

/** What a head says of the attributes of its mail, and nothing else of it: it is compiled with every tag on the canvas. */
export const looksIn = (head: string): string =>
  [...head.matchAll(/<mj-attributes\s*>[^]*?<\/mj-attributes>/gi)]
    .flatMap(([block]) => readMjml(block) ?? [])
    .map((node) => writeMjml([withSafeValues(node)]))
    .join('');
