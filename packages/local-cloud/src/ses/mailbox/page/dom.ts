type Tag = keyof HTMLElementTagNameMap;
type Child = Node | string | undefined;
type Properties<Name extends Tag> = Partial<HTMLElementTagNameMap[Name]> & Readonly<Record<`aria-${string}`, string>>;

/**
 * Makes an element. Children that are text become text nodes: nothing on this page is ever parsed as HTML, except a
 * message's own HTML, in its sandboxed frame.
 */
export const make = <Name extends Tag>(
  tag: Name,
  properties: Properties<Name>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(tag);
  const given: readonly (readonly [string, unknown])[] = Object.entries(properties);
  for (const [name, value] of given) {
    if (name in element) Object.assign(element, { [name]: value });
    else element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
};

/** The element that page.html has under this id, which must be of this kind. */
export const byId = <Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind => {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  return element;
};

/** Brings the children of a list into this order, moving only what must move, so that focus and scroll stay. */
export const arrange = (list: HTMLElement, children: readonly HTMLElement[]): void => {
  children.forEach((child, position) => {
    if (list.children[position] !== child) list.insertBefore(child, list.children[position] ?? null);
  });
  while (list.children.length > children.length) list.lastElementChild?.remove();
};
