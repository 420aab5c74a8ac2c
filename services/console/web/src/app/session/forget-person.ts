type Store = Pick<Storage, 'length' | 'key' | 'removeItem'>;

/** Of the tab all goes; of the browser only this: its language and how the editor looks belong to no person. */
const OF_THE_TAB = 'bulkhead.';
const OF_THE_BROWSER = 'bulkhead.test.';

/** Leaves nothing that somebody has written here to whoever sits here next: no draft, no address a test went to. */
export const forgetPerson = (tab: Store, browser: Store): void => {
  forget(tab, OF_THE_TAB);
  forget(browser, OF_THE_BROWSER);
};

const forget = (store: Store, prefix: string): void => {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  for (const name of names.filter((one) => one.startsWith(prefix))) store.removeItem(name);
};
