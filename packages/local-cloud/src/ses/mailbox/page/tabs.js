import { make } from './dom.js';

/**
 * Makes tabs in the usual way: arrow keys move between them, only the open one is in the tab order, and a panel is
 * filled when it is first opened.
 */
export const makeTabs = (tabs, wanted) => {
  const list = make('div', { role: 'tablist', className: 'tabs' });
  const panels = make('div', { className: 'panels' });

  const entries = tabs.map(({ name, label, fill }) => {
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
    list.append(tab);
    panels.append(panel);
    return { name, tab, panel, fill, isFilled: false };
  });

  const open = (opened) => {
    for (const entry of entries) {
      const isOpen = entry === opened;
      entry.tab.setAttribute('aria-selected', String(isOpen));
      entry.tab.tabIndex = isOpen ? 0 : -1;
      entry.panel.hidden = !isOpen;
    }
    wanted.name = opened.name;
    if (opened.isFilled) return;
    opened.isFilled = true;
    opened.fill(opened.panel);
  };

  entries.forEach((entry, position) => {
    entry.tab.addEventListener('click', () => open(entry));
    entry.tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const neighbour = entries[(position + step + entries.length) % entries.length];
      open(neighbour);
      neighbour.tab.focus();
    });
  });

  open(entries.find(({ name }) => name === wanted.name) ?? entries[0]);
  return {
    list,
    panels,
    refill: (name) =>
      entries.find((entry) => entry.name === name && entry.isFilled)?.fill(panels.querySelector(`#panel-${name}`)),
  };
};
