import { existsSync } from 'node:fs'
import { installPackage } from './debian.mjs'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

/** Arguments under which a Chromium runs quietly in a closed network and without a display. */
export const CHROME_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** A Chromium to test with: the one named, the system's, Debian's package when root, else the one inside an npm package. */
export async function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named && existsSync(named)) return named
  const found = SYSTEM.find(existsSync)
  if (found) return found
  installPackage('chromium')
  if (existsSync(SYSTEM[0])) return SYSTEM[0]
  // The package unpacks its libraries only where it believes to run in a cloud function.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
