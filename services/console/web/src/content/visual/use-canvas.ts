import type { Component, Editor } from 'grapesjs';
import { type RefObject, useEffect, useRef, useState } from 'react';

import { createCanvas, mjmlOn } from './create-canvas.ts';
import { keepsCode } from './keeps-code.ts';
import type { SplitMjml } from './split-mjml.ts';

const REST_MS = 250;
const nothing = (): void => undefined;

interface Wanted {
  /** All of it, as it was written. */
  readonly mjml: string;
  readonly mail: SplitMjml;
  readonly title: string;
  /** What a part of the mail is called, by its tag. */
  readonly nameOf: (tag: string) => string;
  readonly upload: (file: File) => Promise<string>;
  readonly onChange: (mjml: string) => void;
  /** Something of it is lost on the canvas: from now on nothing is said of changes. */
  readonly onUnreadable: () => void;
  /** Gets what says at once what would be said when the author pauses. */
  readonly flush: RefObject<() => void>;
}

interface Canvas {
  readonly editor: Editor | undefined;
  readonly selected: Component | undefined;
  /** What was changed last cannot be written down. */
  readonly isLost: boolean;
  readonly setContainer: (element: HTMLElement | null) => void;
}

/** A canvas that lives as long as its container, and says what has been changed on it when the author pauses. */
export const useCanvas = ({ flush, ...wanted }: Wanted): Canvas => {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [editor, setEditor] = useState<Editor>();
  const [selected, setSelected] = useState<Component>();
  const [isLost, setLost] = useState(false);
  // Grows with every change: what is shown of the selected part is read anew.
  const [, setChanges] = useState(0);
  const { upload, onChange } = wanted;
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = { ...latest.current, upload, onChange };
  }, [upload, onChange]);

  useEffect(() => {
    if (container === null) return;
    const made = createCanvas({
      ...latest.current,
      container,
      upload: (file) => latest.current.upload(file),
    });
    const changes = followChanges(made, {
      ...latest.current,
      onSelect: setSelected,
      onTouch: () => setChanges((count) => count + 1),
      onChange: (mjml) => latest.current.onChange(mjml),
      onLost: setLost,
    });
    flush.current = changes.flush;
    setEditor(made);
    return () => {
      changes.stop();
      flush.current = nothing;
      made.destroy();
      setEditor(undefined);
      setSelected(undefined);
    };
  }, [container, flush]);

  return { editor, selected, isLost, setContainer };
};

interface Followers {
  readonly mjml: string;
  readonly mail: SplitMjml;
  readonly onSelect: (component: Component | undefined) => void;
  readonly onTouch: () => void;
  readonly onChange: (mjml: string) => void;
  readonly onLost: (isLost: boolean) => void;
  readonly onUnreadable: () => void;
}

interface Changes {
  readonly flush: () => void;
  readonly stop: () => void;
}

/** What the canvas says before anybody has touched it is no change. */
const followChanges = (editor: Editor, followers: Followers): Changes => {
  const { mjml, mail, onSelect, onTouch, onChange, onLost, onUnreadable } = followers;
  let told = mjmlOn(editor, mail);
  if (told === undefined || !keepsCode(mjml, told)) {
    onUnreadable();
    return { flush: nothing, stop: nothing };
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const now = mjmlOn(editor, mail);
    onLost(now === undefined);
    if (now === undefined || now === told) return;
    told = now;
    onChange(now);
  };
  editor.on('component:selected component:deselected', () => {
    if (!isOver) onSelect(editor.getSelected());
  });
  editor.on('update component:update component:styleUpdate component:add component:remove', () => {
    // A canvas that is taken down says so of all its parts.
    if (isOver) return;
    onTouch();
    clearTimeout(timer);
    timer = setTimeout(tell, REST_MS);
  });
  const flush = (): void => {
    if (timer !== undefined) tell();
  };
  return {
    flush,
    stop: () => {
      flush();
      isOver = true;
    },
  };
};
