import { make } from './dom.ts';

export interface Tab {
  readonly name: string;
  readonly label: string;
  readonly fill: (panel: HTMLElement) => void;
}

export interface Tabs {
  readonly list: HTMLElement;
  readonly panels: HTMLElement;
  /** Fills the panel again, if it has been opened. */
  readonly refill: (name: string) => void;
}

interface Entry extends Pick<Tab, 'name' | 'fill'> {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
  isFilled: boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

const entryOf = ({ name, label, fill }: Tab): Entry => {
  const tab = make(
    'button',
    { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` },
    label,
  );
  const panel = make('div', {
    role: 'tabpanel',
    id: `panel-${name}`,
    className: `panel ${name}`,
    'aria-labelledby': `tab-${name}`,
    hidden: true,
  });
  return { name, tab, panel, fill, isFilled: false };
};

const neighbourOf = (entries: readonly Entry[], entry: Entry, key: string): Entry | undefined => {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return entries[(entries.indexOf(entry) + step + entries.length) % entries.length];
};

const open = (entries: readonly Entry[], opened: Entry): void => {
  for (const entry of entries) {
    const isOpen = entry === opened;
    entry.tab.setAttribute('aria-selected', String(isOpen));
    entry.tab.tabIndex = isOpen ? 0 : -1;
    entry.panel.hidden = !isOpen;
  }
  if (opened.isFilled) return;
  opened.isFilled = true;
  opened.fill(opened.panel);
};

/**
 * Makes tabs in the usual way: arrow keys move between them, only the open one is in the tab order, and a panel is
 * filled when it is first opened. `wanted` remembers the name of the open one from one set of tabs to the next.
 */
export const makeTabs = (tabs: readonly Tab[], wanted: { name: string }): Tabs => {
  const entries = tabs.map(entryOf);
  const choose = (entry: Entry): void => {
    wanted.name = entry.name;
    open(entries, entry);
  };

  for (const entry of entries) {
    entry.tab.addEventListener('click', () => choose(entry));
    entry.tab.addEventListener('keydown', ({ key }) => {
      const neighbour = neighbourOf(entries, entry, key);
      if (neighbour === undefined) return;
      choose(neighbour);
      neighbour.tab.focus();
    });
  }
  const first = entries.find(({ name }) => name === wanted.name) ?? entries[0];
  if (first !== undefined) open(entries, first);

  return {
    list: make('div', { role: 'tablist', className: 'tabs' }, ...entries.map(({ tab }) => tab)),
    panels: make('div', { className: 'panels' }, ...entries.map(({ panel }) => panel)),
    refill: (name) => {
      const entry = entries.find((each) => each.name === name && each.isFilled);
      entry?.fill(entry.panel);
    },
  };
};
