import * as z from 'zod/mini';

import { ApiError, type Client } from './client.ts';
import * as shape from './shapes.ts';

export interface MediaFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Announces a file for mails, without uploading it. */
export const announceFile = async (client: Client, { fileName, contentType, bytes }: MediaFile) => {
  const file = { fileName, contentType, size: bytes.byteLength };
  return client.call('POST /api/campaigns/media', shape.mediaAdded, file);
};

/** Uploads a file for mails the way a browser does: presigned address, then one PUT to S3. Answers its id. */
export const uploadFile = async (client: Client, file: MediaFile): Promise<string> => {
  const { mediaId, upload } = await announceFile(client, file);
  const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers ?? {}, body: file.bytes });
  if (!put.ok) throw new ApiError(put.status, `the upload of ${file.fileName} was refused`);
  return mediaId;
};

const parts = z.object({
  attachments: z.array(z.object({ index: z.int(), filename: z.string(), mimeType: z.string() })),
});

/** The files of a message in the mailbox, with their bytes. */
export const filesOf = async (gateway: string, messageId: string): Promise<readonly MediaFile[]> => {
  const message = `${gateway}/mailbox/api/messages/${encodeURIComponent(messageId)}`;
  const { attachments } = z.parse(parts, await (await fetch(message)).json());
  return Promise.all(
    attachments.map(async ({ index, filename, mimeType }) => {
      const answer = await fetch(`${message}/attachments/${index}`);
      return { fileName: filename, contentType: mimeType, bytes: new Uint8Array(await answer.arrayBuffer()) };
    }),
  );
};
