/** What can be read within the time that a reader has, with room to spare. */
export const LARGEST_FILE = { bytes: 2 * 1024 ** 3, text: '2 GB' };
