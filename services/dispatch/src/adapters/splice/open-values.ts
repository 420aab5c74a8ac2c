import { isInert } from './inert-value.ts';

/** A piece of HTML as markup, which decides how text is laid out, and words between it. One markup more than words. */
export interface OpenedHtml {
  readonly markup: readonly string[];
  readonly words: readonly string[];
}

/** Takes the words out of the HTML that a slot was filled with: text between tags, and what stands in quotes inside them. */
export const openValues = (html: string): OpenedHtml => {
  if (isInert(html)) return { markup: ['', ''], words: [html] };
  if (!html.includes('<')) return { markup: [html], words: [] };

  const markup: string[] = [];
  const words: string[] = [];
  let before = '';
  let place: 'text' | 'tag' | 'quotes' = 'text';
  for (const piece of html.split(/([<>"])/)) {
    if (place !== 'tag' && isInert(piece)) {
      markup.push(before);
      words.push(piece);
      before = '';
    } else before += piece;
    place = placeAfter(piece, place);
  }
  return { markup: [...markup, before], words };
};

const placeAfter = (piece: string, place: 'text' | 'tag' | 'quotes'): 'text' | 'tag' | 'quotes' => {
  if (piece === '<') return 'tag';
  if (piece === '>') return 'text';
  if (piece === '"' && place !== 'text') return place === 'tag' ? 'quotes' : 'tag';
  return place;
};
