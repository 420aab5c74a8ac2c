import { forgetPerson } from './forget-person.ts';

const storeWith = (...names: readonly string[]) => {
  const kept = new Map(names.map((name) => [name, 'something']));
  return {
    names: () => [...kept.keys()],
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    removeItem: (name: string) => void kept.delete(name),
  };
};

it('forgets what a person has written, all of it, and leaves what others keep in the tab', () => {
  const tab = storeWith('bulkhead.draft.form.new', 'bulkhead.draft.campaign.1', 'oidc.user:x', 'bulkhead.export.run_1');

  forgetPerson(tab, storeWith());

  expect(tab.names()).toEqual(['oidc.user:x']);
});

it('forgets whom a person has sent tests to, and leaves what belongs to the browser', () => {
  const browser = storeWith('bulkhead.language', 'bulkhead.test.to', 'bulkhead.editor.mode');

  forgetPerson(storeWith(), browser);

  expect(browser.names()).toEqual(['bulkhead.language', 'bulkhead.editor.mode']);
});
