import type { components } from '../../api/campaigns.d.ts';
import { api, ask } from '../../common/api.ts';
import { problemOf } from '../../common/problem.ts';

export type Media = components['schemas']['Media'];

interface Permit {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Puts a file where a service has made room for it: straight into storage. @throws {ApiProblem} */
export const putFile = async (file: File, { url, method, headers }: Permit): Promise<void> => {
  const answer = await fetch(url, { method, headers: { ...headers }, body: file }).catch(() => undefined);
  if (answer === undefined) throw problemOf(0, undefined);
  if (!answer.ok) throw problemOf(answer.status, undefined);
};

export const typeOf = ({ type }: File): string => (type === '' ? 'application/octet-stream' : type);

/** Keeps a file for mails. @throws {ApiProblem} */
export const uploadFile = async (file: File): Promise<Media> => {
  const { upload, ...media } = await ask(
    api.campaigns.POST('/api/campaigns/media', {
      body: { fileName: file.name, contentType: typeOf(file), size: file.size },
    }),
  );
  await putFile(file, upload);
  return media;
};
