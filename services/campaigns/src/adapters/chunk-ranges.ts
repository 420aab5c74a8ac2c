/** Chunk numbers as text, runs joined: `0-4,7,9-11`. A plan may name ten thousand, and an item holds 400 KB. */
export const toRanges = (chunks: readonly number[]): string => {
  const ranges: { first: number; last: number }[] = [];
  for (const chunk of chunks) {
    const range = ranges.at(-1);
    if (range && range.last + 1 === chunk) range.last = chunk;
    else ranges.push({ first: chunk, last: chunk });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
};

export const fromRanges = (text: string): readonly number[] =>
  text === ''
    ? []
    : text.split(',').flatMap((range) => {
        const [first = Number.NaN, last = first] = range.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, n) => first + n);
      });
