import { createServer, type RequestListener, type Server } from 'node:http';

const ACCEPTED =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>010201a2-1</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>';

/** What SES says when it takes a message, and the same without a message id. */
export const acceptance = { usual: ACCEPTED, withoutId: ACCEPTED.replace(/<MessageId>.*<\/MessageId>/, '') };

/** An error as SES's query API writes it. */
export const sesError = (status: number, code: string, message: string): string =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>c063e628-53ef-4f48-a148-d7d4f07db79c</RequestId></ErrorResponse>`;

/** Reads the request whole, then answers it. */
export const answering =
  (status: number, body: string): RequestListener =>
  (request, response) => {
    request.resume().on('end', () => response.writeHead(status, { 'content-type': 'text/xml' }).end(body));
  };

let server: Server | undefined;

/** Listens in place of SES. Answers how a client reaches it. */
export const inPlaceOfSes = async (listener: RequestListener) => {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  const address = listening.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
};

/** Cuts what is still connected and listens no more. */
export const stopListening = (): void => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
};
