import { forgetPerson, keepOnlyOf } from './forget-person.ts';

const storeWith = (...names: readonly string[]) => {
  const kept = new Map(names.map((name) => [name, 'something']));
  return {
    names: () => [...kept.keys()],
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
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

it('keeps what somebody has written until they come back', () => {
  const [tab, browser] = [storeWith(), storeWith()];
  keepOnlyOf('ada', tab, browser);
  tab.setItem('bulkhead.draft.campaign.1', 'something');
  browser.setItem('bulkhead.test.to', 'something');

  keepOnlyOf('ada', tab, browser);

  expect(tab.names()).toContain('bulkhead.draft.campaign.1');
  expect(browser.names()).toContain('bulkhead.test.to');
});

it('leaves nothing to somebody else who signs in after a sign-in has run out', () => {
  const [tab, browser] = [storeWith('oidc.user:x'), storeWith('bulkhead.language')];
  keepOnlyOf('ada', tab, browser);
  tab.setItem('bulkhead.draft.campaign.1', 'something');
  browser.setItem('bulkhead.test.to', 'something');

  keepOnlyOf('sena', tab, browser);

  expect(tab.names()).toEqual(['oidc.user:x', 'bulkhead.person']);
  expect(browser.names()).toEqual(['bulkhead.language', 'bulkhead.test.person']);
});
