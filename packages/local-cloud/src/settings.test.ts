import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('takes what is set', () => {
    const settings = readSettings({
      LOCAL_CLOUD_PORT: '5500',
      LOCAL_DATA_DIR: '/data',
      LOCAL_CLOUD_SES_RULES: 'rules.yml',
      LOCAL_CLOUD_CONCURRENCY: '3',
      AWS_REGION: 'us-east-1',
    });

    expect(settings).toEqual({
      basePort: 5500,
      dataFolder: '/data',
      rulesFile: 'rules.yml',
      concurrencyLimit: 3,
      region: 'us-east-1',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readSettings({ LOCAL_CLOUD_PORT: '', AWS_REGION: '' })).toEqual({
      basePort: 4500,
      dataFolder: expect.stringMatching(/\.local$/),
    });
  });

  it.each(['abc', '0', '1.5'])('refuses the port %s by name', (port) => {
    expect(() => readSettings({ LOCAL_CLOUD_PORT: port })).toThrow('LOCAL_CLOUD_PORT');
  });
});
