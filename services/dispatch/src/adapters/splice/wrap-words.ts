/** What HTML takes for white space, and a zero-width space: html-to-text's own list. */
const WHITE_SPACE = /[ \t\r\n\f\u200B]+/;

export const wordsOf = (text: string): readonly string[] => text.split(WHITE_SPACE).filter((word) => word !== '');

/** Fills lines with words as html-to-text does: a word longer than a line gets one of its own. */
export const wrapWords = (text: string, width: number): string => {
  const words = wordsOf(text);
  let lines = words[0] ?? '';
  let column = lines.length;
  for (const word of words.slice(1)) {
    const fits = column + 1 + word.length <= width;
    lines += `${fits ? ' ' : '\n'}${word}`;
    column = fits ? column + 1 + word.length : word.length;
  }
  return lines;
};
