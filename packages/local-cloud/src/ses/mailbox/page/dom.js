/**
 * Makes an element. Children that are text become text nodes: nothing on this page is ever parsed as HTML, except a
 * message's own HTML, in its sandboxed frame.
 */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
};

export const byId = (id) => document.getElementById(id);

/** Brings the children of a list into this order, moving only what must move, so that focus and scroll stay. */
export const arrange = (list, children) => {
  children.forEach((child, position) => {
    if (list.children[position] !== child) list.insertBefore(child, list.children[position] ?? null);
  });
  while (list.children.length > children.length) list.lastElementChild.remove();
};
