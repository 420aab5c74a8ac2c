import { type ESTree, Visitor } from 'vite';

/** What a module declares with `defineTexts('lists', { en: { … }, ko: { … } })`. */
interface Words {
  /** The source text of one language's words. */
  of(language: string): string;
  /** The module with something else in the place of its words. */
  replacedBy(other: string): string;
}

/** @throws if the words of a file are written so that they cannot be told apart by language. */
export const wordsIn = (code: string, program: ESTree.Program): Words | undefined => {
  const [words, ...more] = declarationsIn(program);
  if (words === undefined) return undefined;
  if (more.length > 0)
    throw new Error('One file declares the words of one feature: move the others to a file of their own');

  return {
    of: (language) => {
      const own = words.properties.find((property) => property.type === 'Property' && isCalled(property.key, language));
      if (own?.type !== 'Property')
        throw new Error(`Write the words as { en: { … }, ko: { … } }: "${language}" is missing`);
      return code.slice(own.value.start, own.value.end);
    },
    replacedBy: (other) => code.slice(0, words.start) + other + code.slice(words.end),
  };
};

const declarationsIn = (program: ESTree.Program): readonly ESTree.ObjectExpression[] => {
  const found: ESTree.ObjectExpression[] = [];
  const visitor = new Visitor({
    CallExpression: ({ callee, arguments: [, words] }) => {
      if (isCalled(callee, 'defineTexts') && words?.type === 'ObjectExpression') found.push(words);
    },
  });
  visitor.visit(program);
  return found;
};

const isCalled = (node: ESTree.Node, name: string): boolean => node.type === 'Identifier' && node.name === name;
