import { invalidParameter } from '../api/refusal.ts';

export interface Tag {
  readonly name: string;
  readonly value: string;
}

const ALLOWED = /^[A-Za-z0-9_-]{1,256}$/;

/** Reads an X-SES-MESSAGE-TAGS header: `run=a, chunk=7`. */
export const parseTags = (header: string): readonly Tag[] =>
  header
    .split(/[,;]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals === -1) throw invalidParameter("Expected '=', got 'null'");
      return { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() };
    });

/** @throws Refusal if a tag holds what SES does not take, or comes twice. */
export const checkTags = (tags: readonly Tag[]): void => {
  const names = new Set<string>();
  for (const { name, value } of tags) {
    if (!ALLOWED.test(name)) {
      throw invalidParameter(
        `Invalid tag name <${name.slice(0, 300)}>: only alphanumeric ASCII characters, '_', '-', at most 256.`,
      );
    }
    if (!ALLOWED.test(value)) {
      throw invalidParameter(
        `Invalid tag value <${value.slice(0, 300)}>: only alphanumeric ASCII characters, '_', '-', at most 256.`,
      );
    }
    if (names.has(name)) throw invalidParameter(`Duplicate tag name <${name}>.`);
    names.add(name);
  }
};
