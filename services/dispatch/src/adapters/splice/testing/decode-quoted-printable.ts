/** Reads quoted-printable as RFC 2045 has it. */
export const decodeQuotedPrintable = (encoded: string): string => {
  const bytes = encoded
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

/** Text as it is after a way through UTF-8 and CRLF. */
export const asSent = (text: string): string => text.toWellFormed().replaceAll(/\r\n|\r|\n/g, '\r\n');
