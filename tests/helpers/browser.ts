import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { CHROME_ARGS, findBrowser } from '../../scripts/lib/browser.mjs'

/** The sizes at which the screens live. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  kiosk: { width: 1080, height: 1920 },
  kioskWide: { width: 1280, height: 800 },
  hall: { width: 1920, height: 1080 },
  console: { width: 1366, height: 768 },
  consoleNarrow: { width: 390, height: 844 },
} as const

/** A real Chromium with an empty profile. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...CHROME_ARGS, '--mute-audio'] })
}

/** A page of its own, with everything that a page may not do collected: errors, refused resources, broken policies. */
export async function openPage(
  browser: Browser,
  size: keyof typeof SIZES,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const context: BrowserContext = await browser.newContext({ viewport: SIZES[size], locale: 'id-ID', ...options })
  await context.addInitScript(explained)
  const page: Page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  return { context, page, troubles }
}

/** In journeys everybody has read what is kept about their work. Runs in the page. */
function explained(): void {
  const read = Storage.prototype.getItem
  Storage.prototype.getItem = function (key: string) {
    return key.startsWith('tanggap.explained.') ? '1' : read.call(this, key)
  }
}
