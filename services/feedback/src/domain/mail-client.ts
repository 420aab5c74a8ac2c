/** Families of mail readers. Their places are stored: new ones come last. */
export const clientFamilies = ['apple', 'gmail', 'outlook', 'yahoo', 'naver', 'daum', 'other'] as const;
export const clientDevices = ['desktop', 'mobile', 'unknown'] as const;

/** A mail reader, as far as reports tell them apart. */
export interface MailClient {
  readonly family: (typeof clientFamilies)[number];
  readonly device: (typeof clientDevices)[number];
}

/** What a mail reader calls itself; the first that fits counts. */
const families: readonly (readonly [MailClient['family'], RegExp])[] = [
  ['gmail', /googleimageproxy|ggpht\.com/i],
  ['yahoo', /yahoomailproxy|yahoomobile|\bymail\b/i],
  ['outlook', /\boutlook|ms-?office|microsoft office|windows-?live ?mail/i],
  ['naver', /\bnaver/i],
  ['daum', /\bdaum|hanmail|kakaomail/i],
  // A web view of Apple's that is no browser: Mail, on a Mac or a telephone.
  ['apple', /^(?!.*\b(?:Safari|Chrome|CriOS|FxiOS|EdgiOS)\/).*\b(?:Macintosh|iPhone|iPad|iPod).*AppleWebKit/],
];

/** A proxy tells nothing of the device behind it, whatever it says of itself. */
const proxied = /googleimageproxy|yahoomailproxy/i;
const devices: readonly (readonly [MailClient['device'], RegExp])[] = [
  ['unknown', proxied],
  ['mobile', /iphone|ipad|ipod|android|mobile|outlook-(?:ios|android)/i],
  ['desktop', /windows|macintosh|x11|cros|linux|ms-?office/i],
];

/** The mail reader that calls itself so. */
export const clientOf = (userAgent = ''): MailClient => ({
  family: families.find(([, names]) => names.test(userAgent))?.[0] ?? 'other',
  device: devices.find(([, names]) => names.test(userAgent))?.[0] ?? 'unknown',
});

/** The number of a mail reader: it is stored beside the bitmaps of opens, and in their journal. */
export const numberOfClient = ({ family, device }: MailClient): number =>
  clientFamilies.indexOf(family) * clientDevices.length + clientDevices.indexOf(device);

/** The mail reader of a number; undefined if a newer version has given it. */
export const clientAt = (number: number): MailClient | undefined => {
  const family = clientFamilies[Math.floor(number / clientDevices.length)];
  const device = clientDevices[number % clientDevices.length];
  return family === undefined || device === undefined ? undefined : { family, device };
};
