import type { Component, Editor } from 'grapesjs';

import { type BlockName, isSection } from './blocks.ts';

const tagOf = (component: Component): string => String(component.get('tagName') ?? '');

/** The nearest of a kind, the component itself included. */
const nearest = (component: Component | undefined, tag: string): Component | undefined => {
  for (let at = component; at !== undefined; at = at.parent()) if (tagOf(at) === tag) return at;
  return undefined;
};

const body = (editor: Editor): Component | undefined => editor.getWrapper()?.find('mj-body')[0];

/** Puts a block after what is selected, at the end of the mail where nothing is, and selects it. */
export const addBlock = (editor: Editor, name: BlockName, code: string): void => {
  const selected = editor.getSelected();
  const [added] = isSection(name) ? addSection(editor, selected, code) : addPart(editor, selected, code);
  if (added === undefined) return;
  editor.select(added);
  added.view?.el.scrollIntoView({ block: 'center' });
};

const addSection = (editor: Editor, selected: Component | undefined, code: string): readonly Component[] => {
  const after = nearest(selected, 'mj-section');
  const into = after?.parent() ?? body(editor);
  return into?.append(code, after ? { at: after.index() + 1 } : {}) ?? [];
};

const addPart = (editor: Editor, selected: Component | undefined, code: string): readonly Component[] => {
  const into = nearest(selected, 'mj-column') ?? editor.getWrapper()?.find('mj-column').at(-1);
  if (into === undefined)
    return addSection(editor, selected, `<mj-section><mj-column>${code}</mj-column></mj-section>`);
  const after = into.components().models.find((child) => selected !== undefined && isIn(selected, child));
  return into.append(code, after ? { at: after.index() + 1 } : {});
};

const isIn = (component: Component, holder: Component): boolean => {
  for (let at: Component | undefined = component; at !== undefined; at = at.parent()) if (at === holder) return true;
  return false;
};
