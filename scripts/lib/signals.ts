const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens to the signals that ask a process to end, until the returned function is called. */
export const onSignals = (listener: () => void): (() => void) => {
  for (const signal of SIGNALS) process.on(signal, listener);

  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
};
