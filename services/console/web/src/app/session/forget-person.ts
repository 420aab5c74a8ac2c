type Store = Pick<Storage, 'length' | 'key' | 'removeItem'>;
type Kept = Store & Pick<Storage, 'getItem' | 'setItem'>;

/** Of the tab all goes; of the browser only this: its language and how the editor looks belong to no person. */
const OF_THE_TAB = 'bulkhead.';
const OF_THE_BROWSER = 'bulkhead.test.';

/** Leaves nothing that somebody has written here to whoever sits here next: no draft, no address a test went to. */
export const forgetPerson = (tab: Store, browser: Store): void => {
  forget(tab, OF_THE_TAB);
  forget(browser, OF_THE_BROWSER);
};

/** Whose things are kept; they go with them. */
const WHOSE = 'person';

/** Somebody is here. Of whoever was before, and has not left but been away until their sign-in ran out, nothing stays. */
export const keepOnlyOf = (sub: string, tab: Kept, browser: Kept): void => {
  claim(tab, OF_THE_TAB, sub);
  claim(browser, OF_THE_BROWSER, sub);
};

const claim = (store: Kept, prefix: string, sub: string): void => {
  const before = store.getItem(`${prefix}${WHOSE}`);
  if (before !== null && before !== sub) forget(store, prefix);
  store.setItem(`${prefix}${WHOSE}`, sub);
};

const forget = (store: Store, prefix: string): void => {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  for (const name of names.filter((one) => one.startsWith(prefix))) store.removeItem(name);
};
