import type { IncomingMessage, ServerResponse } from 'node:http';

import { sendJson } from '../http/answer.ts';
import { buildingPage } from './building-page.ts';
import { fileBehind, readWebFile, type WebFile } from './web-files.ts';
import { webPolicy } from './web-policy.ts';

interface Wanted {
  /** Where the built app lies; without one there is none. */
  readonly folder: string | undefined;
  readonly issuer: string;
  /** Takes uploads. */
  readonly stores: string;
  readonly region: string;
}

/** The issuer takes any name; the app goes by this one. */
const CLIENT_ID = 'console';

/**
 * Serves the web app as CloudFront does before its bucket: files as they are, every page as `index.html`, and `/config.json`, by which
 * the app learns where it runs.
 */
export const createWeb = ({ folder, issuer, stores, region }: Wanted) => {
  const headers = {
    'content-security-policy': webPolicy({ connect: [issuer, stores], images: 'http: https:' }),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
  const config = JSON.stringify({ issuer, clientId: CLIENT_ID, stage: 'local', region });

  return async (request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> => {
    const file = folder !== undefined && isReading(request) ? await find(folder, pathname, config) : undefined;
    if (file === undefined || (isPage(pathname) && !wantsPage(request))) {
      return sendJson(response, 404, { message: `Nothing at ${pathname}; local-cloud has no emulator for it` });
    }
    const { type, cacheControl, content, status } = file;
    response.writeHead(status, { ...headers, 'content-type': type, 'cache-control': cacheControl });
    response.end(content);
  };
};

interface Answer extends WebFile {
  readonly status: number;
}

const find = async (folder: string, path: string, config: string): Promise<Answer | undefined> => {
  if (path === '/config.json') {
    return { status: 200, type: 'application/json', cacheControl: 'no-store', content: Buffer.from(config) };
  }
  const file = await readWebFile(folder, fileBehind(path));
  if (file !== undefined) return { ...file, status: 200 };

  return isPage(path) ? buildingPage : undefined;
};

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';
const isPage = (path: string): boolean => path !== '/config.json' && fileBehind(path) === '/index.html';
/** An SDK that asks for a service without emulator must hear so, and not get a page. */
const wantsPage = ({ headers }: IncomingMessage): boolean => (headers.accept ?? '').includes('text/html');
