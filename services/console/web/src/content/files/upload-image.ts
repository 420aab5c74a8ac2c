import { api, ask } from '../../common/api.ts';
import { putFile, typeOf } from './upload.ts';

/** Puts a picture where everybody can load it, and answers its address. @throws {ApiProblem} */
export const uploadImage = async (file: File): Promise<{ readonly url: string }> => {
  const { upload, url } = await ask(
    api.campaigns.POST('/api/campaigns/images', {
      body: { fileName: file.name, contentType: typeOf(file), size: file.size },
    }),
  );
  await putFile(file, upload);
  // A stage that does not know its own address answers a path of this console.
  return { url: new URL(url, location.origin).href };
};
