import { api, ask } from '../../common/api.ts';
import { putFile, typeOf } from './upload.ts';

/** Said by its name, in the reader's language. */
class NotAPicture extends Error {
  override readonly name = 'NotAPicture';
}

/** Whatever a file is called: a photograph as some phones take them is no picture for mails, though it may be named like one. */
const lookAt = async (file: File): Promise<void> => {
  const seen = await createImageBitmap(file).catch(() => undefined);
  if (seen === undefined) throw new NotAPicture(file.name);
  seen.close();
};

/** Puts a picture where everybody can load it, and answers its address. @throws {ApiProblem} */
export const uploadImage = async (file: File): Promise<{ readonly url: string }> => {
  await lookAt(file);
  const { upload, url } = await ask(
    api.campaigns.POST('/api/campaigns/images', {
      body: { fileName: file.name, contentType: typeOf(file), size: file.size },
    }),
  );
  await putFile(file, upload);
  // A stage that does not know its own address answers a path of this console.
  return { url: new URL(url, location.origin).href };
};
