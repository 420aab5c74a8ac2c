import type { AwsHttp } from './http/aws-http.ts';
import { AwsProblem } from './http/aws-problem.ts';

interface Place {
  readonly bucket: string;
  readonly path: string;
}

/** An object on its way into a bucket, part by part. It is there when it is completed, whole or not at all. */
export class ObjectParts {
  readonly #http: AwsHttp;
  readonly #place: Place;
  readonly #uploadId: string;
  readonly #etags: string[] = [];

  constructor(http: AwsHttp, place: Place, uploadId: string) {
    this.#http = http;
    this.#place = place;
    this.#uploadId = uploadId;
  }

  /** Adds the next part. */
  async add(body: Uint8Array): Promise<void> {
    const query = { partNumber: String(this.#etags.length + 1), uploadId: this.#uploadId };
    const { headers } = await this.#http.send({ ...this.#place, method: 'PUT', query, body });
    this.#etags.push(headers['etag'] ?? '');
  }

  async complete(): Promise<void> {
    const parts = this.#etags.map((etag, n) => `<Part><PartNumber>${n + 1}</PartNumber><ETag>${etag}</ETag></Part>`);
    const { body } = await this.#http.send({
      ...this.#place,
      method: 'POST',
      query: { uploadId: this.#uploadId },
      headers: { 'content-type': 'application/xml' },
      body: `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
    });
    // S3 may find out that it cannot when it has already answered 200.
    if (body.includes('<Error>')) throw new AwsProblem({ status: 500, body: body.toString() });
  }
}
