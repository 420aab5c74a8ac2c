import { type ESTree, Visitor } from 'vite';

/**
 * A bundle of CommonJS modules (`{ 480: t => { … }, … }`) in which the one that makes up most of it is `require`d under its own name instead.
 * @throws if there is none: then what bundled it does so otherwise by now.
 */
export const withoutLargestModule = (code: string, program: ESTree.Program, name: string): string => {
  const largest = modulesIn(program).find(({ start, end }) => end - start > code.length / 2);
  const [param] = largest?.params ?? [];
  if (largest === undefined || param?.type !== 'Identifier')
    throw new Error(`No module makes up most of this bundle: look where ${name} is in it, or leave it as it is`);
  return `${code.slice(0, largest.start)}${param.name}=>{${param.name}.exports=require('${name}')}${code.slice(largest.end)}`;
};

const modulesIn = (program: ESTree.Program): readonly ESTree.ArrowFunctionExpression[] => {
  const found: ESTree.ArrowFunctionExpression[] = [];
  const visitor = new Visitor({
    Property: ({ key, value }) => {
      if (key.type === 'Literal' && value.type === 'ArrowFunctionExpression') found.push(value);
    },
  });
  visitor.visit(program);
  return found;
};
