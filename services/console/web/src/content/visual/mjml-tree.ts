/** A tag of MJML: either holds other tags of MJML, or is a leaf with HTML (or CSS, or words) in it. */
export type MjmlNode =
  | { readonly tag: string; readonly attributes: Attributes; readonly children: readonly MjmlNode[] }
  | { readonly tag: string; readonly attributes: Attributes; readonly content: string };

type Attributes = readonly (readonly [name: string, value: string])[];

/** What MJML itself takes as it is, without looking into it. */
const LEAVES = new Set([
  'mj-accordion-text',
  'mj-accordion-title',
  'mj-button',
  'mj-navbar-link',
  'mj-preview',
  'mj-raw',
  'mj-social-element',
  'mj-style',
  'mj-table',
  'mj-text',
  'mj-title',
]);

const TAG = /<(\/?)(mjml|mj-[a-z0-9-]+)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const MJML_INSIDE = /<(?:mjml|mj-)/i;
const COMMENT = /<!--[^]*?-->/g;

interface Opened {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: MjmlNode[];
}

const attributesIn = (text: string): Attributes =>
  [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? ''] as const);

/** Reads MJML, or a piece of it; `undefined` where something is in it that only text can keep, such as Liquid between sections. */
export const readMjml = (mjml: string): readonly MjmlNode[] | undefined => {
  const text = mjml.replaceAll(COMMENT, '');
  const root: Opened = { tag: '', attributes: [], children: [] };
  const open: Opened[] = [root];
  let at = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(text); found !== null; found = TAG.exec(text)) {
    const step = readTag(text, { found, at, open });
    if (step === undefined) return undefined;
    at = step;
    TAG.lastIndex = step;
  }
  return open.length === 1 && text.slice(at).trim() === '' ? root.children : undefined;
};

interface Step {
  readonly found: RegExpExecArray;
  readonly at: number;
  readonly open: Opened[];
}

/** How far the text is read once this tag is; `undefined` where it does not fit. */
const readTag = (text: string, { found, at, open }: Step): number | undefined => {
  const [whole, slash, name = '', written = '', isEmpty] = found;
  const parent = open.at(-1);
  if (parent === undefined || text.slice(at, found.index).trim() !== '') return undefined;
  const tag = name.toLowerCase();
  const after = found.index + whole.length;
  if (slash === '/') return closes(open, tag) ? after : undefined;

  const attributes = attributesIn(written);
  if (LEAVES.has(tag)) return readLeaf(text, { parent, tag, attributes, after, isEmpty: isEmpty === '/' });
  const node: Opened = { tag, attributes, children: [] };
  parent.children.push(node);
  if (isEmpty !== '/') open.push(node);
  return after;
};

const closes = (open: Opened[], tag: string): boolean => open.length > 1 && open.pop()?.tag === tag;

interface Leaf {
  readonly parent: Opened;
  readonly tag: string;
  readonly attributes: Attributes;
  readonly after: number;
  readonly isEmpty: boolean;
}

const readLeaf = (text: string, { parent, tag, attributes, after, isEmpty }: Leaf): number | undefined => {
  if (isEmpty) {
    parent.children.push({ tag, attributes, content: '' });
    return after;
  }
  const end = text.indexOf(`</${tag}>`, after);
  const content = text.slice(after, Math.max(after, end));
  if (end < 0 || MJML_INSIDE.test(content)) return undefined;
  parent.children.push({ tag, attributes, content });
  return end + tag.length + 3;
};

const escaped = (value: string): string => value.replaceAll('"', '&quot;');

/** MJML as people like to read it: a line for each tag. What is inside of leaves stays as it is. */
export const writeMjml = (nodes: readonly MjmlNode[], depth = 0): string =>
  nodes.map((node) => writeNode(node, depth)).join('');

const writeNode = (node: MjmlNode, depth: number): string => {
  const indent = '  '.repeat(depth);
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const start = `${indent}<${node.tag}${attributes}`;
  if ('content' in node) return `${start}>${node.content.trim()}</${node.tag}>\n`;
  return node.children.length === 0
    ? `${start} />\n`
    : `${start}>\n${writeMjml(node.children, depth + 1)}${indent}</${node.tag}>\n`;
};
