import { parseSync } from 'vite';

import { withoutLargestModule } from './without-largest-module.ts';

const without = (code: string) => withoutLargestModule(code, parseSync('bundle.js', code).program, 'compiler');

it('asks for the largest module of a bundle by its name', () => {
  const large = `e.exports = "${'x'.repeat(300)}"`;

  expect(without(`var t={480:e=>{${large}},12:(e,n)=>{n(480)}};t[12]({},t)`)).toBe(
    `var t={480:e=>{e.exports=require('compiler')},12:(e,n)=>{n(480)}};t[12]({},t)`,
  );
});

it('stops the build where no module stands out', () => {
  expect(() =>
    without('var t={1:e=>{e.exports=1},2:e=>{e.exports=2}};var someOtherThings="and many more of them"'),
  ).toThrow(/No module makes up most/);
});
