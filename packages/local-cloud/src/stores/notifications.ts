/** One queue rule of a bucket's NotificationConfiguration. */
export interface NotificationRule {
  readonly event: string;
  readonly queueArn: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ObjectEvent {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  readonly size?: number | undefined;
  readonly etag?: string | undefined;
}

/** Tells whether a rule wants to hear of this event; `s3:ObjectCreated:*` hears of every creation. */
export const wants = ({ event, prefix, suffix }: NotificationRule, { name, key }: ObjectEvent): boolean => {
  const wanted = event.replace(/^s3:/, '');
  const hears = wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;

  return hears && key.startsWith(prefix) && key.endsWith(suffix);
};

let sequence = 0;

/** Writes an S3 event notification as S3 does: the key is form-encoded, and readers must decode it. */
export const notificationBody = (event: ObjectEvent, { region, at }: { region: string; at: Date }): string => {
  sequence += 1;

  return JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: at.toISOString(),
        eventName: event.name,
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local-cloud',
          bucket: { name: event.bucket, arn: `arn:aws:s3:::${event.bucket}` },
          object: {
            key: formEncoded(event.key),
            ...(event.size !== undefined && { size: event.size }),
            ...(event.etag !== undefined && { eTag: event.etag.replaceAll('"', '') }),
            sequencer: sequence.toString(16).toUpperCase().padStart(16, '0'),
          },
        },
      },
    ],
  });
};

const formEncoded = (key: string): string => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
