import type { Config } from 'jest';

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['/\\.serverless/', '/\\.esbuild/'],
  restoreMocks: true,
} satisfies NonNullable<Config['projects']>[number];

const config: Config = {
  testTimeout: 60_000,
  // Node keeps what a test file has imported as modules. With one worker, which is what two cores have, all files would run in one process
  // and together need more than the 4 GB it may have.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{packages,services}/*/src/**/*.test.ts',
        '<rootDir>/services/console/web/{src,bundling}/**/*.test.ts',
        '<rootDir>/scripts/!(tests)/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/{{packages,services}/*,scripts}/tests/integration/*.test.ts'],
    },
    { ...shared, displayName: 'infra', testMatch: ['<rootDir>/{packages,services}/*/tests/infra/*.test.ts'] },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/services/console/tests/browser/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/services/console/tests/browser/harness/once-more.ts'],
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/packages/e2e/tests/*.test.ts'] },
  ],
};
export default config;
