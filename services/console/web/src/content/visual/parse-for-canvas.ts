import { isNotHtml, isOrder, valueForCanvas } from './canvas-values.ts';
import { type MjmlNode, readMjml } from './mjml-tree.ts';

const isMjml = (text: string): boolean => /^\s*(?:<!--[^]*?-->\s*)*<(?:mjml|mj-[a-z])/i.test(text);

/** Inert: nothing in it is loaded or run. Styles, which HTML puts into the head, come first. */
const htmlIn = (text: string): HTMLElement => {
  const { head, body } = new DOMParser().parseFromString(text, 'text/html');
  body.prepend(...head.childNodes);
  for (const element of body.querySelectorAll('*')) {
    if (isNotHtml(element.localName)) element.replaceWith(...element.childNodes);
    else forgetOrders(element);
  }
  return body;
};

const forgetOrders = (element: Element): void => {
  for (const name of element.getAttributeNames()) if (isOrder(name)) element.removeAttribute(name);
};

/** Rows stand outside of a table in MJML, where HTML would drop them. */
const rowsIn = (text: string): Element => htmlIn(`<table>${text}</table>`).querySelector('table') ?? htmlIn('');

const elementOf = (node: MjmlNode): Element => {
  const element = document.implementation.createHTMLDocument().createElement(node.tag);
  for (const [name, value] of node.attributes) {
    if (!isOrder(name)) element.setAttribute(name, valueForCanvas(value));
  }
  if ('content' in node) {
    element.append(...(node.tag === 'mj-table' ? rowsIn(node.content) : htmlIn(node.content)).childNodes);
  } else {
    element.append(...node.children.map(elementOf));
  }
  return element;
};

/**
 * Reads what the canvas is given: MJML, whose tags HTML does not know (it takes `<mj-image />` for one that is never closed), or a piece
 * of HTML that somebody has typed.
 */
export const parseForCanvas = (text: string): HTMLElement => {
  const nodes = isMjml(text) ? readMjml(text) : undefined;
  if (nodes === undefined) return htmlIn(text);
  const holder = htmlIn('');
  holder.append(...nodes.map(elementOf));
  return holder;
};
