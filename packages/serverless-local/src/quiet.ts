import { createRequire } from 'node:module';

interface PluginWriters {
  readonly log: Readonly<Record<'notice' | 'error', { disable: () => void }>>;
}

const framework = createRequire(createRequire(import.meta.url).resolve('serverless'));

/**
 * Silences what serverless-offline says of every call once a service is ready: three lines for each error, none of which
 * names the service. The handler log says it in one.
 */
export const quietOffline = (): void => {
  const { getPluginWriters }: { readonly getPluginWriters: (plugin: string) => PluginWriters } =
    framework('./utils/serverless-utils/log');
  const { log } = getPluginWriters('serverless-offline');
  log.notice.disable();
  log.error.disable();
};
