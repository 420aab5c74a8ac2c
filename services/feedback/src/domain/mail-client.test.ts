import { clientAt, clientDevices, clientFamilies, clientOf, numberOfClient } from './mail-client.ts';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) ${WEBKIT} Mobile/15E148`, 'apple', 'mobile'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`, 'apple', 'desktop'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/26.1 Safari/605.1.15`, 'other', 'desktop'],
  ['Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)', 'gmail', 'unknown'],
  ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', 'yahoo', 'unknown'],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18827; Pro)', 'outlook', 'desktop'],
  ['Outlook-iOS/2.0', 'outlook', 'mobile'],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) ${WEBKIT} Mobile/15E148 NAVER(inapp; mail)`, 'naver', 'mobile'],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 DaumApps/8.1',
    'daum',
    'mobile',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0', 'other', 'desktop'],
  ['', 'other', 'unknown'],
])('knows the mail reader that calls itself %s', (agent, family, device) => {
  expect(clientOf(agent)).toEqual({ family, device });
});

it('gives each a number, and finds it again by it', () => {
  const all = clientFamilies.flatMap((family) => clientDevices.map((device) => ({ family, device })));

  expect(all.map(numberOfClient)).toEqual(all.map((_, n) => n));
  expect(all.map((_, n) => clientAt(n))).toEqual(all);
  expect(clientAt(all.length)).toBeUndefined();
});

it('numbers them below 63: more do not fit into a mark', () => {
  expect(clientFamilies.length * clientDevices.length).toBeLessThan(63);
});
