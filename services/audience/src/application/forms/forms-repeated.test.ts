import fc from 'fast-check';

import { everything, ofList } from '../../domain/consent.ts';
import { givenForm, leavesAll, leavesList, TUESDAY } from '../../testing/form-world.ts';

type World = ReturnType<typeof givenForm>;

/** What may happen at an instant. */
const happenings: Readonly<Record<string, (world: World, at: string) => Promise<void>>> = {
  confirms: (world, at) => world.confirm(at),
  'leaves the list': (world, at) => world.say({ ...leavesList, at }),
  'leaves everything': (world, at) => world.say({ ...leavesAll, at }),
  'joins another list': (world, at) => world.join('lst_2', at),
  'is erased': async (world, at) => {
    await world.erasures.add(world.contactId, at);
    world.contacts.all.delete(world.contactId);
    await world.members.remove('lst_1', world.contactId);
    for (const scope of [everything, ofList('lst_1'), ofList('lst_2')])
      await world.consents.remove(scope, world.contactId);
  },
};

const instant = (n: number) => new Date(Date.parse(TUESDAY) + n * 60_000).toISOString();

const live = async (life: readonly string[], confirmsAgain: boolean) => {
  const world = givenForm();
  await world.send();
  for (const [n, event] of life.entries()) {
    await happenings[event]?.(world, instant(n));
    if (confirmsAgain && life.slice(0, n + 1).includes('confirms')) await world.confirm(instant(n));
  }
  return { ...(await world.standing()), lists: world.contacts.all.get(world.contactId)?.lists };
};

it('ends the same whether a confirmation is told once or again and again', async () => {
  const lives = fc.array(fc.constantFrom(...Object.keys(happenings)), { minLength: 1, maxLength: 7 });

  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      expect(await live(life, true)).toEqual(await live(life, false));
    }),
    { numRuns: 300 },
  );
});
