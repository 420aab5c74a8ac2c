import { type TagToken, Tokenizer, type TopLevelToken, TypeGuards } from 'liquidjs';

/** A piece of Liquid that writes a value, or one that writes nothing itself. */
export interface Liquid {
  readonly kind: 'output' | 'control';
  readonly text: string;
  readonly opens?: boolean;
  readonly closes?: boolean;
  readonly assigns?: boolean;
}

export type Piece = Liquid | { readonly kind: 'html'; readonly text: string };

const OPENING = new Set(['if', 'unless']);
const CLOSING = new Set(['endif', 'endunless']);
const ASSIGNING = new Set(['assign', 'capture', 'increment', 'decrement']);
const WRITING = new Set(['echo', 'cycle', 'increment', 'decrement', 'liquid']);
/** What in HTML writes rows of a table repeats itself in text. */
const inText: Readonly<Record<string, string>> = { tablerow: 'for', endtablerow: 'endfor' };

/**
 * Takes a template of HTML apart, for its text: pieces of Liquid leave the white space around them alone, because what they took away
 * is taken away here; values are text, without markup; and nothing is raw any more.
 */
export const readPieces = (html: string): readonly Piece[] =>
  new Tokenizer(html).readTopLevelTokens().flatMap((token) => pieceOf(token));

const pieceOf = (token: TopLevelToken): readonly Piece[] => {
  if (TypeGuards.isOutputToken(token)) return [{ kind: 'output', text: `{{ ${asText(token.content)} }}` }];
  if (TypeGuards.isTagToken(token)) return tagOf(token);
  return TypeGuards.isHTMLToken(token) ? [{ kind: 'html', text: token.getContent() }] : [];
};

const tagOf = ({ name, args }: TagToken): readonly Piece[] => {
  if (name === 'raw' || name === 'endraw') return [];
  const text = `{% ${[inText[name] ?? name, args].join(' ').trim()} %}`;
  if (name === 'echo') return [{ kind: 'output', text: `{% echo ${asText(args)} %}` }];
  return [
    {
      kind: WRITING.has(name) ? 'output' : 'control',
      text,
      opens: OPENING.has(name),
      closes: CLOSING.has(name),
      assigns: ASSIGNING.has(name),
    },
  ];
};

/** HTML that is let through as it is has no place in text. */
const asText = (value: string): string => value.replace(/\|\s*raw\s*$/, '| strip_html').trim();
