/**
 * Calls `onGone` when the process that started us is no more, even if it was killed with SIGKILL:
 * the operating system closes the channel between us.
 */
export const dieWithParent = (onGone: () => void): void => {
  if (process.send === undefined) return;
  if (!process.connected) {
    onGone();
    return;
  }
  process.once('disconnect', onGone);
};
