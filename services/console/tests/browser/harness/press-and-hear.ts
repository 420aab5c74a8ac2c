import type { Locator } from 'playwright-core';

/** Presses a button that is answered with a message, and hears it however soon the message goes again. */
export const pressAndHear = async (button: Locator, message: Locator): Promise<void> => {
  await Promise.all([message.waitFor(), button.click()]);
};
