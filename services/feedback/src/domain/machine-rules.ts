/** A family of programs that open mails, or follow links, for people who have not done so. */
export interface MachineRule {
  readonly name: string;
  readonly agent: RegExp;
  readonly why: string;
}

/**
 * Machines that are known by the name they give. What SES itself knows of a visitor is an address, an instant and this name
 * (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html); it documents no mark of its own for machines.
 *
 * Image proxies that fetch when somebody looks (GoogleImageProxy, YahooMailProxy) are not among them: who comes through them is a person.
 */
export const machineRules: readonly MachineRule[] = [
  {
    name: 'no name',
    agent: /^\s*$/,
    why: 'Every mail reader and every browser says what it is.',
  },
  {
    name: 'Apple Mail Privacy Protection',
    agent: /^Mozilla\/5\.0$/,
    why: 'Apple fetches the images of all mails, read or not, through relays that name nothing but the oldest word of all browsers.',
  },
  {
    name: 'Gmail, fetching ahead',
    agent: /Edge\/12\.246 Mozilla\/5\.0$/,
    why: 'Gmail fetches images when a mail arrives under the name of a browser of 2015; when somebody looks, it comes as GoogleImageProxy.',
  },
  {
    name: 'mail gateway',
    agent:
      /\b(?:barracuda|mimecast|proofpoint|symantec|messagelabs|cloudmark|safelinks|ironport|forcepoint|fortinet|sophos|trend ?micro|zscaler|fireeye|avanan|vade ?secure|bitdefender|kaspersky)/i,
    why: 'A scanner of a mail gateway looks at images and links before anybody has the mail.',
  },
  {
    name: 'preview',
    agent: /\b(?:facebookexternalhit|kakaotalk-scrap|whatsapp|skypeuripreview|google-read-aloud|google-safety)/i,
    why: 'A messenger shows what a link leads to when it is passed on.',
  },
  {
    // Cubot makes telephones.
    name: 'robot',
    agent: /\b\w*(?:(?<!cu)bot|crawler|spider|scanner)\b|\byeti\/|\bdaumoa\b/i,
    why: 'It says itself that it is one.',
  },
  {
    name: 'library',
    agent:
      /^(?:curl|wget|python-|go-http-client|java\/|okhttp|node|axios|apache-httpclient|libwww-perl|ruby|guzzlehttp)/i,
    why: 'A program that fetches, with nobody before it.',
  },
  {
    name: 'browser without a window',
    agent: /headlesschrome|phantomjs|puppeteer|playwright/i,
    why: 'A browser that shows its pages to nobody.',
  },
];
