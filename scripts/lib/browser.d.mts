/** Arguments under which a Chromium runs quietly in a closed network and without a display. */
export const CHROME_ARGS: readonly string[]
/** A Chromium to test with: the one named, the system's, Debian's package when root, else the one inside an npm package. */
export function findBrowser(): Promise<string>
