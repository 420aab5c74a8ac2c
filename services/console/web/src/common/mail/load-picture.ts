/** One transparent point, for a picture that is not there yet. */
export const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A picture as a part of the page itself: nothing that is kept apart from this page, as a mail is, may load its files. */
export const loadPicture = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  return answer.ok ? asDataUrl(await answer.blob()) : NO_PICTURE;
};

const asDataUrl = async (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : NO_PICTURE);
    reader.onerror = () => reject(new Error('The picture could not be read'));
    reader.readAsDataURL(file);
  });
