import { api, ask } from '../../common/api.ts';
import { beginsAs, INSIDE, LINKED, type PictureType, TELLING_BYTES } from './picture-type.ts';
import { type Media, putFile, typeOf, uploadFile } from './upload.ts';

/** Said by its name, in the reader's language. */
class NotAPicture extends Error {
  override readonly name = 'NotAPicture';
}

/** Whatever a file is called: a photograph as some phones take them is no picture for mails, though it may be named like one. */
const lookAt = async (file: File, types: readonly PictureType[]): Promise<void> => {
  const beginning = await file
    .slice(0, TELLING_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  if (!beginsAs(new Uint8Array(beginning), types)) throw new NotAPicture(file.name);
};

/** Keeps a picture that is sent inside mails. @throws {ApiProblem} */
export const uploadInside = async (file: File): Promise<Media> => {
  await lookAt(file, INSIDE);
  return await uploadFile(file);
};

/** Puts a picture where everybody can load it, and answers its address. @throws {ApiProblem} */
export const uploadImage = async (file: File): Promise<{ readonly url: string }> => {
  await lookAt(file, LINKED);
  const { upload, url } = await ask(
    api.campaigns.POST('/api/campaigns/images', {
      body: { fileName: file.name, contentType: typeOf(file), size: file.size },
    }),
  );
  await putFile(file, upload);
  // A stage that does not know its own address answers a path of this console.
  return { url: new URL(url, location.origin).href };
};
