import { draw } from '../rules/draw.ts';

/** By what somebody reads mail: what fetches the images, and the browser that opens when a link is followed. */
export interface Reader {
  readonly opens: string;
  readonly clicks: string;
}

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1';

/** One in each: nobody knows how many there are of which. */
const readers: readonly Reader[] = [
  { opens: CHROME, clicks: CHROME },
  {
    opens: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    clicks: ANDROID,
  },
  {
    opens:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    clicks: IPHONE,
  },
  { opens: 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18827; Pro)', clicks: CHROME },
  { opens: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', clicks: CHROME },
];

/** Somebody's mail reader: always the same. */
export const readerOf = (seed: string, address: string): Reader =>
  readers[Math.floor(draw(seed, 'reader', address) * readers.length)] ?? { opens: CHROME, clicks: CHROME };

/** Apple's mail privacy, which fetches the images of all mails. */
export const PREFETCHING = 'Mozilla/5.0';

/** A scanner that looks like a browser: only that it follows every link at once gives it away. */
export const SCANNING = CHROME;
