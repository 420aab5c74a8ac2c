/**
 * Programs that open mails, or follow links, for people who have not done so, as far as they can be told by the name they give: Apple's mail
 * privacy, which names nothing but the oldest word of all browsers; scanners of mail gateways; and robots that say so (but Cubot makes telephones). Image
 * proxies that fetch when somebody looks (Gmail's, Yahoo's) are not among them.
 */
const machines: readonly RegExp[] = [
  /^Mozilla\/5\.0$/,
  /\b\w*(?:(?<!cu)bot|crawler|spider|scanner)\b/i,
  /\b(?:barracuda|mimecast|proofpoint|symantec|cloudmark|safelinks)/i,
  /^(?:curl|wget|python-|go-http-client|java\/|okhttp|node|axios|apache-httpclient|libwww-perl)/i,
  /headlesschrome|phantomjs/i,
];

/** Whether who calls itself so is known to be a machine. Whoever names nothing is one too: every mail reader names itself. */
export const isMachine = (userAgent: string | undefined): boolean => {
  const name = userAgent?.trim() ?? '';
  return name === '' || machines.some((known) => known.test(name));
};
