/** What can be read within the time that a reader has, with room to spare. */
export const LARGEST_FILE = { bytes: 2 * 1024 ** 3, text: '2 GB' };
/** As much together, and so many of them. */
export const LARGEST_IMPORT = { bytes: 4 * 1024 ** 3, text: '4 GB', files: 20 };
