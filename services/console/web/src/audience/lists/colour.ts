const COLOUR = /^#[0-9a-f]{6}$/i;
/** Where black is read more easily than white, by the contrast that WCAG reckons. */
const BRIGHT = 0.179;

export const isColour = (text: string): boolean => COLOUR.test(text);

/** The colour of letters that the service puts on another, so that the example looks as the page will. */
export const lettersOn = (colour: string): '#000000' | '#ffffff' => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    lightOf(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > BRIGHT ? '#000000' : '#ffffff';
};

const lightOf = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
