import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';

/** A file as the browser gets it. */
export interface PageFile {
  readonly type: string;
  readonly content: string;
}

const FOLDER = new URL('./page/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Turns one of the page's scripts into JavaScript; what stays of it keeps its line and column. */
export const toJavaScript = (typeScript: string): string =>
  stripTypeScriptTypes(typeScript).replaceAll(/(?<=\bfrom '\.\/[\w-]+)\.ts(?=';)/g, '.js');

const served = (name: string): string => name.replace(/\.ts$/, '.js');

const readPageFile = (name: string): readonly (readonly [string, PageFile])[] => {
  const servedName = served(name);
  const type = types[extname(servedName)];
  if (type === undefined) return [];

  const source = readFileSync(new URL(name, FOLDER), 'utf8');
  return [[servedName, { type, content: name === servedName ? source : toJavaScript(source) }]];
};

/** Reads the files of the page by the names they are served under: a script `page.ts` is `page.js` to the browser. */
export const readPageFiles = (): ReadonlyMap<string, PageFile> => new Map(readdirSync(FOLDER).flatMap(readPageFile));
