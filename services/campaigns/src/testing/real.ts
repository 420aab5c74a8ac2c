import { LiquidjsChecker } from '../adapters/liquid-checker.ts';
import { LiquidjsRenderer } from '../adapters/liquid-renderer.ts';
import { S3Exchange } from '../adapters/s3-exchange.ts';
import { S3FrozenContents } from '../adapters/s3-frozen-contents.ts';
import { S3MediaFiles } from '../adapters/s3-media-files.ts';
import { S3PublicImages } from '../adapters/s3-public-images.ts';

/** Adapters that need no network, for tests of what stands in front of them. */
export const liquidChecker = new LiquidjsChecker();
export const liquidRenderer = new LiquidjsRenderer();
export { deriveText } from '../adapters/derive-text.ts';
export { readLinks } from '../adapters/read-links.ts';
export { toCommand } from '../adapters/to-command.ts';
export const mediaFilesIn = (bucket: ConstructorParameters<typeof S3MediaFiles>[0]) => new S3MediaFiles(bucket);
export const publicImagesIn = (bucket: ConstructorParameters<typeof S3PublicImages>[0]) => new S3PublicImages(bucket);
export const exchangeIn = (bucket: ConstructorParameters<typeof S3Exchange>[0]) => new S3Exchange(bucket);
export const frozenContentsIn = (bucket: ConstructorParameters<typeof S3FrozenContents>[0]) =>
  new S3FrozenContents(bucket);
