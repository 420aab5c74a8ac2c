import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file as the browser gets it. */
export interface WebFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly content: Buffer;
}

/** Their names hold a hash of what is in them. */
const HASHED = /^\/assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** A name of ours: no way out of the folder, and nothing hidden. */
const NAME = /^(?:\/[\w@-][\w.@-]*)+$/;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Reads a file of the built app as it is now; `undefined` if there is none. */
export const readWebFile = async (folder: string, path: string): Promise<WebFile | undefined> => {
  const type = types[extname(path)];
  if (type === undefined || !NAME.test(path)) return undefined;
  const content = await readFile(join(folder, path)).catch(() => undefined);

  return content && { type, content, cacheControl: HASHED.test(path) ? FOR_EVER : 'no-cache' };
};

/** What is asked for: a page of the app, which is every address whose last part is no file's name, is its `index.html`. */
export const fileBehind = (path: string): string => (path.split('/').at(-1)?.includes('.') ? path : '/index.html');
