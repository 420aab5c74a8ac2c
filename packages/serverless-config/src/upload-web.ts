import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

import { readWebObjects } from './web-files.ts';

/** `custom.web` of a service whose bucket holds a web app. */
export interface Web {
  /** Where the built app lies, below the service. */
  readonly folder: string;
  /** The script of package.json that builds it. */
  readonly build: string;
  /** Without the account, which is added: `bulkhead-dev-console`. */
  readonly bucket: string;
}

interface Upload {
  readonly serviceDir: string;
  readonly web: Web;
  readonly account: string;
  readonly s3: S3ClientConfig;
  readonly say: (line: string) => void;
}

/** Builds the web app of a service and puts it into its bucket. What an older page may still load stays there: names hold hashes. */
export const uploadWeb = async ({ serviceDir, web, account, s3, say }: Upload): Promise<void> => {
  await build(serviceDir, web.build);
  const objects = await readWebObjects(join(serviceDir, web.folder));
  const client = new S3Client(s3);
  for (const object of objects) {
    await client.send(new PutObjectCommand({ Bucket: `${web.bucket}-${account}`, ...object }));
  }
  client.destroy();
  say(`${objects.length} files of the web app are in ${web.bucket}-${account}`);
};

const build = async (cwd: string, script: string): Promise<void> => {
  const child = spawn('npx', ['-y', 'pnpm@12', 'run', script], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  await once(child, 'close');
  if (child.exitCode !== 0)
    throw new Error(`The web app could not be built: mend what is said above, and deploy again.`);
};
