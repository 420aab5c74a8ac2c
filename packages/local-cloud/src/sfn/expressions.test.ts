import { evaluate } from './expressions.ts';
import type { Json } from './json.ts';

const scope = {
  states: {
    input: {
      people: [
        { name: 'Ann', age: 3 },
        { name: 'Bob', age: 9 },
      ],
    },
  },
  wave: 7,
};

it.each<{ template: Json; value: Json }>([
  { template: 'plain', value: 'plain' },
  { template: '{% $wave + 1 %}', value: 8 },
  { template: { a: ['{% $wave %}', null, true] }, value: { a: [7, null, true] } },
  { template: '{% $states.input.people[age > 5].name %}', value: 'Bob' },
  { template: '{% $states.input.people.name %}', value: ['Ann', 'Bob'] },
  { template: '{% {"gone": $states.input.nobody, "here": 1} %}', value: { here: 1 } },
  { template: '{% $partition([1,2,3], 2) %}', value: [[1, 2], [3]] },
  { template: '{% $range(0, 10, 5) %}', value: [0, 5, 10] },
  { template: '{% $parse("[1]") %}', value: [1] },
  { template: '{% $hash("a", "MD5") %}', value: '0cc175b9c0f1b6a831c399e269772661' },
  { template: '{% $random(5) = $random(5) %}', value: true },
  { template: '{% $length($uuid()) %}', value: 36 },
])('makes $template into $value', async ({ template, value }) => {
  expect(await evaluate(template, scope, 'Output')).toEqual(value);
});

it('says which expression of which field gave nothing', async () => {
  const evaluation = evaluate({ to: '{% $states.input.nobody %}' }, scope, 'Arguments');

  await expect(evaluation).rejects.toMatchObject({
    name: 'QueryError',
    field: 'Arguments/to',
    message:
      "The JSONata expression '$states.input.nobody' specified for the field 'Arguments/to' returned nothing (undefined).",
  });
});

it.each(['{% 1 + "a" %}', '{% $sum %}', '{% $parse("{") %}', '{% $hash("a", "CRC") %}', '{% $range(1, 9, 0) %}'])(
  'fails on %s',
  async (template) => {
    await expect(evaluate(template, scope, 'Output')).rejects.toMatchObject({ name: 'QueryError' });
  },
);
