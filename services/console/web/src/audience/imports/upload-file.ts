interface Permit {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Watching {
  /** How many bytes have left this machine. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Puts a file to its presigned address. By XMLHttpRequest, because fetch does not tell how far an upload is.
 * @throws UploadFailed
 */
export const uploadFile = (file: File, { url, headers }: Permit, { onSent, signal }: Watching): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new UploadFailed(file.name, request.status));
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => (request.status >= 200 && request.status < 300 ? resolve() : fail()));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    // A type of its own would be part of what was signed.
    request.send(new Blob([file], { type: '' }));
  });

/** `status` is 0 where no answer came. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed';
  readonly fileName: string;
  readonly status: number;

  constructor(fileName: string, status: number) {
    super(`The upload of ${fileName} ended with ${status}`);
    this.fileName = fileName;
    this.status = status;
  }
}
