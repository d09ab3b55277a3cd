import { expect, fixture, html, nextFrame } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { step, type Flow } from '../../kiosk/parts/flow.ts'
import '../../kiosk/kiosk-top.ts'
import { setLang } from '../../shared/web/lang.ts'
import { NOW, office } from '../helpers/kiosk-office.ts'
import { axeFindings, withoutMotion } from './ui-in-themes.ts'

const SIZES = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1280, height: 800 } } as const
const SIZE_NAMES = Object.keys(SIZES) as (keyof typeof SIZES)[]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const LEAST_TARGET = 72

/** The page stands where a kiosk shows it: its rem, its width. */
export async function atSize(size: keyof typeof SIZES, theme = 'light'): Promise<void> {
  document.documentElement.dataset['device'] = 'kiosk'
  document.documentElement.dataset['theme'] = theme
  await setViewport(SIZES[size])
}

/** No finding of axe, and every text at AAA contrast (7:1, large text 4.5:1). */
export async function clean(element: Element): Promise<void> {
  const rules = { 'color-contrast-enhanced': { enabled: true }, region: { enabled: false } }
  await withoutMotion(async () => {
    const found = await axeFindings(element, { runOnly: { type: 'tag', values: RULES }, rules })
    expect(found.join('\n')).to.equal('')
  })
}

/** Every control in this element and in the shadow roots below it. */
export function controls(root: Element | ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
    ...(element.matches('button, ui-choice, input') ? [element] : []),
    ...(element.shadowRoot ? controls(element.shadowRoot) : []),
  ])
}

/** The controls that a finger could miss, or that lie outside the screen. */
export function hardToTouch(element: Element): string[] {
  return controls(element.shadowRoot ?? element).flatMap(control => {
    const box = control.getBoundingClientRect()
    if (box.width === 0) return []
    const small = box.width < LEAST_TARGET - 0.5 || box.height < LEAST_TARGET - 0.5
    const outside = box.bottom > innerHeight + 1 || box.right > innerWidth + 1
    return small || outside ? [`${control.textContent?.trim()} ${box.width}x${box.height} at ${box.bottom}`] : []
  })
}

/** The words that stand over the frame of the control that they belong to. */
export function overTheFrame(element: Element): string[] {
  return controls(element.shadowRoot ?? element).flatMap(control => {
    const frame = control.getBoundingClientRect()
    const { host } = control.getRootNode() as ShadowRoot
    return [...wordsIn(control), ...wordsIn(host)].flatMap(words => {
      const range = document.createRange()
      range.selectNodeContents(words)
      const over = [...range.getClientRects()].filter(
        box =>
          box.width > 0 &&
          (box.top < frame.top - 1 ||
            box.bottom > frame.bottom + 1 ||
            box.left < frame.left - 1 ||
            box.right > frame.right + 1),
      )
      return over.length > 0 ? [`${words.textContent} in ${control.textContent.trim()}${host.textContent.trim()}`] : []
    })
  })
}

/** The texts that somebody sees in an element. */
function wordsIn(element: Element): Node[] {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Node[] = []
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node.textContent?.trim() && !node.parentElement!.closest('.vh')) found.push(node)
  return found
}

/** A page below the head that every kiosk page has. */
export const screen = (page: unknown) =>
  html`<div class="screen">
    <kiosk-top .office=${office} .now=${NOW}></kiosk-top>
    <main>${page}</main>
  </div>`

const screenStyle = document.createElement('style')
screenStyle.textContent =
  '.screen { height: 100vh; display: grid; grid-template-rows: auto 1fr } .screen > * { min-height: 0; display: grid }'

export async function settled(): Promise<void> {
  await nextFrame()
  await nextFrame()
}

/** The tests of a file see a kiosk's page; the next file finds it as it was. */
export function onAKiosk(): void {
  before(() => document.head.append(screenStyle))
  after(() => {
    screenStyle.remove()
    asBefore()
  })
}

/** Gives the page back as it was. */
export function asBefore(): void {
  document.documentElement.dataset['device'] = 'console'
  document.documentElement.dataset['theme'] = 'light'
  setLang('id')
}

/** A page in both sizes of a kiosk and both languages: clean, and every control can be touched. */
export function readsWellInSizes(name: string, page: () => unknown): void {
  for (const size of SIZE_NAMES)
    for (const language of ['id', 'en'] as const)
      it(`${name} reads well and can be touched: ${size}, ${language}`, async () => {
        await atSize(size)
        setLang(language)
        await readsWell(await fixture(screen(page())))
      })
}

/** The same for the accessible mode, at its usual size of text and at twice that. */
export function lowReadsWellInSizes(name: string, flow: Flow, page: (flow: Flow) => unknown): void {
  for (const size of SIZE_NAMES)
    for (const big of [false, true])
      it(`accessible ${name} reads well and can be touched: ${size}${big ? ', 200 %' : ''}`, async () => {
        await atSize(size, 'contrast')
        const sized = step(flow, { do: 'adjust', low: { big } })
        await readsWell(await fixture(html`<main class="screen">${page({ ...flow, low: sized.low })}</main>`))
      })
}

async function readsWell(whole: Element): Promise<void> {
  await settled()
  await clean(whole)
  expect(hardToTouch(whole)).to.deep.equal([])
  expect(overTheFrame(whole)).to.deep.equal([])
}
