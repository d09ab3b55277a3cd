/** The text of a file, and its encoding where that had to be told from the bytes alone. */
export interface ReadText {
  readonly text: string
  readonly guessed?: string
}

/**
 * The text in the bytes that a spreadsheet wrote: UTF-8 or UTF-16, with or without a byte order mark, otherwise
 * Windows-1252; undefined when it is no text.
 */
export function readText(bytes: Uint8Array): ReadText | undefined {
  const [first = -1, second = -1] = bytes
  if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be')
  // A table begins with a letter, a digit or a quotation mark: beside it a zero stands in UTF-16 alone.
  if (first > 0 && second === 0) return read(bytes, 'utf-16le', 'UTF-16')
  if (first === 0 && second > 0) return read(bytes, 'utf-16be', 'UTF-16')
  return read(bytes, 'utf-8') ?? readWindows(bytes)
}

function read(bytes: Uint8Array, encoding: string, guessed?: string): ReadText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return guessed === undefined ? { text } : { text, guessed }
  } catch {
    return undefined
  }
}

/** Any bytes can be read like this, so control characters tell a workbook or a picture from a text. */
function readWindows(bytes: Uint8Array): ReadText | undefined {
  const latin = new TextDecoder('windows-1252').decode(bytes)
  // Some releases of Node.js read 80 to 9F as Latin-1, which has dashes and quotation marks for nobody.
  const text = latin.replace(/[\x80-\x9f]/g, char => UPPER[char.charCodeAt(0) - 0x80]!)
  return /[\0-\x08\x0e-\x1f\x7f-\x9f]/.test(text) ? undefined : { text, guessed: 'Windows-1252' }
}

/** The characters of the bytes 80 to 9F; five bytes stand for none. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
