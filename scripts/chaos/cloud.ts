import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

import { portsFrom } from '../../packages/local-cloud/src/ports.ts';

const ACCOUNT = '000000000000';
const REGION = 'eu-west-1';

/** The local cloud as an SDK reaches it, and how things are called there. */
export const openCloud = (basePort: number) => {
  const endpoint = `http://127.0.0.1:${portsFrom(basePort).stores}`;
  const options = { endpoint, region: REGION, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } } as const;
  const [sqs, sns, s3] = [
    new SQSClient(options),
    new SNSClient(options),
    new S3Client({ ...options, forcePathStyle: true }),
  ];

  return {
    sqs,
    sns,
    s3,
    queueUrl: (name: string) => `${endpoint}/${ACCOUNT}/${name}`,
    queueArn: (name: string) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
    topicArn: (name: string) => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`,
    bucket: (service: string) => `bulkhead-local-${service}-${ACCOUNT}`,
    close: () => {
      for (const client of [sqs, sns, s3]) client.destroy();
    },
  };
};

export type Cloud = ReturnType<typeof openCloud>;
