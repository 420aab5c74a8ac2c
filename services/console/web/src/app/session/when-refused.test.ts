import { whenRefused } from './when-refused.ts';

const setUp = () => {
  const kept = new Map<string, string>();
  let now = 1_000_000;
  let signIns = 0;
  let said = 0;
  const store = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  /** A page as it is after each way to the issuer and back. */
  const openPage = () => {
    const refused = whenRefused({
      store,
      now: () => now,
      signIn: () => {
        signIns += 1;
        return new Promise(() => undefined);
      },
    });
    return () =>
      refused(() => {
        said += 1;
      });
  };
  return {
    openPage,
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
    seen: () => ({ signIns, said }),
  };
};

it('signs in once, however many answers refuse at the same time', () => {
  const { openPage, seen } = setUp();
  const refuse = openPage();

  refuse();
  refuse();

  expect(seen()).toEqual({ signIns: 1, said: 0 });
});

it('says so instead of signing in again where that has not helped a moment ago', () => {
  const { openPage, pass, seen } = setUp();
  openPage()();

  pass(29);
  openPage()();

  expect(seen()).toEqual({ signIns: 1, said: 1 });
});

it('signs in again once some time has passed', () => {
  const { openPage, pass, seen } = setUp();
  openPage()();

  pass(30);
  openPage()();

  expect(seen()).toEqual({ signIns: 2, said: 0 });
});
