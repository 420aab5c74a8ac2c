import { catalogue } from '../../packages/contracts/src/catalogue.ts';
import { KOREAN_EVENTS } from '../../services/console/web/src/operations/korean-events.ts';

it('says in Korean what every message of the catalogue is about, and of no other', () => {
  expect(Object.keys(KOREAN_EVENTS).toSorted()).toEqual(Object.keys(catalogue).toSorted());
});
