import { localEnvironment } from './environment.ts';
import { portsFrom } from './ports.ts';

const environment = localEnvironment({ host: '127.0.0.1', ports: portsFrom(4500), region: 'eu-west-1' });

describe('localEnvironment', () => {
  it.each([
    ['SQS', 4501],
    ['SNS', 4501],
    ['S3', 4501],
    ['DYNAMODB', 4502],
    ['SFN', 4503],
    ['SES', 4504],
    ['SCHEDULER', 4505],
    ['LAMBDA', 4500],
  ])('sends %s to its emulator', (service, port) => {
    expect(environment[`AWS_ENDPOINT_URL_${service}`]).toBe(`http://127.0.0.1:${port}`);
  });

  it('lets no service reach a real account, not even one without an emulator', () => {
    expect(environment).toMatchObject({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4500',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SESSION_TOKEN: '',
      AWS_PROFILE: '',
    });
  });
});
