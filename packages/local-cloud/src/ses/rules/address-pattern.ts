const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

const withoutLabel = (address: string): string => address.replace(/\+[^@]*@/, '@');

/**
 * Compiles a pattern for addresses: `*` stands for anything, letter case and +labels do not matter.
 *
 * @example matching('bounce@*.example')('Bounce+7@mail.example') // true
 */
export const matching = (pattern: string): ((address: string) => boolean) => {
  const expression = new RegExp(`^${escaped(pattern).replaceAll('*', '.*')}$`, 'i');
  return (address) => expression.test(address) || expression.test(withoutLabel(address));
};
