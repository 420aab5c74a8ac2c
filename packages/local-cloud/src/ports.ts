/** What each port of local-cloud is for, in the words an error message needs. */
const PURPOSES = {
  gateway: 'the gateway',
  stores: 'SQS, SNS and S3',
  dynamodb: 'DynamoDB',
  stepFunctions: 'Step Functions',
  mail: 'SES',
  scheduler: 'EventBridge Scheduler',
  issuer: 'the token issuer',
} as const;

const HOSTS_START_AT = 10;
const PORTS_PER_HOST = 2;

export type PortName = keyof typeof PURPOSES;
export type Ports = Readonly<Record<PortName, number>>;

/**
 * Lays out local-cloud's ports from a base port on, always in the same order.
 *
 * @example
 * portsFrom(4500).mail // 4504
 */
export const portsFrom = (base: number): Ports => ({
  gateway: base,
  stores: base + 1,
  dynamodb: base + 2,
  stepFunctions: base + 3,
  mail: base + 4,
  scheduler: base + 5,
  issuer: base + 6,
});

/** The two ports of the n-th service host: one for HTTP, one for Lambda's invoke API. */
export const hostPorts = (base: number, slot: number) => {
  const httpPort = base + HOSTS_START_AT + PORTS_PER_HOST * slot;

  return { httpPort, lambdaPort: httpPort + 1 };
};

/** Every port of local-cloud's own, with what it is for. */
export const listPorts = (ports: Ports): readonly { readonly port: number; readonly purpose: string }[] => [
  { port: ports.gateway, purpose: PURPOSES.gateway },
  { port: ports.stores, purpose: PURPOSES.stores },
  { port: ports.dynamodb, purpose: PURPOSES.dynamodb },
  { port: ports.stepFunctions, purpose: PURPOSES.stepFunctions },
  { port: ports.mail, purpose: PURPOSES.mail },
  { port: ports.scheduler, purpose: PURPOSES.scheduler },
  { port: ports.issuer, purpose: PURPOSES.issuer },
];
