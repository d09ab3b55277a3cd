import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { freshFolder, start, type Started } from './served.ts'

/** What the journeys of one file share: the built server over an empty folder, and a browser. */
export interface Journey {
  /** A journey in which the server dies puts the next one here. */
  server: Started
  readonly folder: string
  open(
    ...wanted: Parameters<typeof openPage> extends [unknown, ...infer Rest] ? Rest : never
  ): ReturnType<typeof openPage>
}

/** Starts both before the first journey of a file, closes the pages after each, and ends both after the last. */
export function journey(envOf: (folder: string) => Promise<Record<string, string>> = async () => ({})): Journey {
  const data = freshFolder()
  let browser: Browser
  const world = { folder: data.folder, open: (...wanted) => openPage(browser, ...wanted) } as Journey
  beforeAll(async () => {
    world.server = await start({ DATA_DIR: data.folder, ...(await envOf(data.folder)) })
    browser = await openBrowser()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await browser.close()
    await world.server.stop()
    data.remove()
  })
  return world
}

/** The rules whose answer another colour scheme can change; what a page is built of stays the same. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Axe finds nothing serious or critical on the page as it stands, nothing stands outside of its width, and it ends where what is on it ends. */
export async function examine(page: Page, rules: 'all' | 'colours' = 'all'): Promise<void> {
  // A form that is sent loads the page anew, and the examination begins again there.
  const analyzed = async (triesLeft: number): ReturnType<AxeBuilder['analyze']> => {
    await page.waitForLoadState('load')
    await page.waitForTimeout(rules === 'all' ? 400 : 150)
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
    if (rules === 'colours') axe.withRules(OF_COLOUR)
    const looked = page.evaluate(atRest).then(() => axe.analyze())
    return looked.catch(error => {
      if (triesLeft === 0 || !String(error).includes('Execution context was destroyed')) throw error
      return analyzed(triesLeft - 1)
    })
  }
  const { violations } = await analyzed(5)
  const bad = violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
  // One string, so that a report of a whole run says which.
  expect(
    bad.map(v => `${v.id}: ${v.nodes.map(n => `${n.target.join(' ')} ${n.failureSummary}`).join(' | ')}`).join('\n'),
  ).toBe('')
  // The hall's picture moves a few pixels now and then, so that nothing burns in.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(4)
  expect(await page.evaluate(emptyBelow)).toBeLessThanOrEqual(150)
}

/** Waits until nothing moves that comes to an end: on a busy machine a button is between two colours for longer. Runs in the page. */
async function atRest(): Promise<void> {
  const within = (root: Document | ShadowRoot): readonly Animation[] => [
    ...root.getAnimations(),
    ...[...root.querySelectorAll('*')].flatMap(node => (node.shadowRoot ? within(node.shadowRoot) : [])),
  ]
  const runs = ({ playState, effect }: Animation): boolean =>
    playState === 'running' && effect?.getComputedTiming().iterations !== Infinity
  const ending = within(document).filter(runs)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** How many pixels a page scrolls on below the last thing that can be seen on it. Runs in the page. */
function emptyBelow(): number {
  const endOf = (node: Element, clip: number): number => {
    const { bottom, width, height } = node.getBoundingClientRect()
    const { overflowY, position } = getComputedStyle(node)
    const end = Math.min(bottom + scrollY, clip)
    const inside = overflowY === 'visible' || node === document.body ? clip : end
    const shown = width > 1 && height > 1 && position !== 'fixed' ? end : 0
    const within = [...node.children, ...(node.shadowRoot?.children ?? [])]
    return within.reduce((last, child) => Math.max(last, endOf(child, inside)), shown)
  }
  const last = [...document.body.children].reduce((end, child) => Math.max(end, endOf(child, Infinity)), innerHeight)
  return document.documentElement.scrollHeight - last
}

/** Counts the bytes on the wire as the browser's own network layer does; `taken` gives those since it was last asked. */
export async function countedNetwork(context: BrowserContext, page: Page) {
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  let bytes = 0
  network.on('Network.loadingFinished', e => (bytes += e.encodedDataLength))
  return {
    network,
    taken() {
      const before = bytes
      bytes = 0
      return before
    },
  }
}
