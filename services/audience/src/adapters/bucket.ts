import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

interface Content {
  readonly body: Uint8Array | string;
  readonly contentType: string;
}

/** The one bucket of the service. */
export class Bucket {
  readonly s3: S3Client;
  readonly name: string;

  constructor(s3: S3Client, name: string) {
    this.s3 = s3;
    this.name = name;
  }

  uriOf(key: string): string {
    return `s3://${this.name}/${key}`;
  }

  /** Answers with the ETag, without its quotes. */
  async put(
    key: string,
    { body, contentType }: Content,
    condition: { readonly IfNoneMatch?: '*' } = {},
  ): Promise<string> {
    const { ETag = '' } = await this.s3.send(
      new PutObjectCommand({ Bucket: this.name, Key: key, Body: body, ContentType: contentType, ...condition }),
    );
    return ETag.replaceAll('"', '');
  }

  async get(key: string, condition: { readonly IfMatch?: string } = {}): Promise<Uint8Array> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.name, Key: key, ...condition }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }
}
