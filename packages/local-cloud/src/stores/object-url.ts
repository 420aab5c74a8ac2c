export interface ObjectAddress {
  readonly bucket: string;
  /** Empty for a request about the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
}

/** Reads bucket, key and query from the path of an S3 request. */
export const parseObjectUrl = (url: string): ObjectAddress => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, bucket = '', ...key] = pathname.split('/');

  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/'), query: searchParams };
};
