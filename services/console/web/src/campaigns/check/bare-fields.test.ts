import { bareFields } from './bare-fields.ts';

const bareIn = (template: string): readonly string[] => [...bareFields(template)];

it('names the fields that are written as they are', () => {
  expect(bareIn('<p>Hello {{ name }}, {{- city | upcase -}} {% echo plan %}</p>')).toEqual(['name', 'city', 'plan']);
  expect(bareIn('안녕하세요 {{ 이름 }}님, {{ ["first name"] }}')).toEqual(['이름', 'first name']);
});

it('names none that has a default', () => {
  expect(bareIn('{{ name | default: "you" }} {{ city | upcase | default: "anywhere" }}')).toEqual([]);
});

it('names none that stands where the template has asked for it', () => {
  expect(bareIn('{% if city != blank %}in {{ city }}{% endif %} {{ name }}')).toEqual(['name']);
  expect(bareIn('{% if name %}{% if plan == "pro" %}{{ name }}{% endif %}{% endif %}')).toEqual([]);
});

it('names one that is written again behind the condition', () => {
  expect(bareIn('{% if city %}{{ city }}{% endif %}{{ city }}')).toEqual(['city']);
});

it('takes texts, and what is raw, for no fields', () => {
  expect(bareIn('{{ "name" }} {% raw %}{{ city }}{% endraw %} {% comment %}{{ plan }}{% endcomment %}')).toEqual([]);
});
